import 'server-only'
import type { Machine } from '@/lib/workflow/states'
import type { Decision, Granted, Refusal } from '@/lib/workflow/types'

/** The closed set of errors that may reach a user; each has its wording in both languages (`errors.code`). All else is logged with a reference. */
export type Expected =
  | { code: 'unauthenticated' }
  | { code: 'forbidden' }
  | { code: 'not_found' }
  /** `of`: what it was about, so that whoever came too late can be told who was first. */
  | { code: 'refused'; refusals: readonly Refusal[]; of?: string }
  /** Someone else was first: who, what and when. */
  | { code: 'conflict'; by: string | null; machine: Machine | null; event: string | null; at: Date | null }
  /** Field name → key under `errors.field` with its values. */
  | { code: 'invalid'; fields: Record<string, FieldProblem> }
  | { code: 'too_many'; seconds: number }
  | { code: 'foreign_origin' }
  | { code: 'key_reused' }
  | { code: 'wrong_credentials' }

export interface FieldProblem {
  key: string
  values?: Record<string, string | number>
  /** Of the same field, said after it: a list with several lines has several problems. */
  more?: readonly FieldProblem[]
}

export class ExpectedError extends Error {
  readonly expected: Expected
  constructor(expected: Expected) {
    super(expected.code)
    this.name = 'ExpectedError'
    this.expected = expected
  }
}

export function notFound(): ExpectedError {
  return new ExpectedError({ code: 'not_found' })
}

export function forbidden(): ExpectedError {
  return new ExpectedError({ code: 'forbidden' })
}

export function refused(refusals: readonly Refusal[], of?: string): ExpectedError {
  return new ExpectedError({ code: 'refused', refusals, ...(of ? { of } : {}) })
}

/** The workflow's permission; throws `refused` with everything that stands in the way. */
export function requireGranted<M extends Machine>(decision: Decision<M>, of?: string): Granted<M> {
  if (!decision.ok) throw refused(decision.refusals, of)
  return decision
}

export function invalid(fields: Record<string, FieldProblem>): ExpectedError {
  return new ExpectedError({ code: 'invalid', fields })
}

/** Someone else has changed it since the page was shown, and it is no matter of states: who it was, nobody is told. */
export function conflict(): ExpectedError {
  return new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
}
