import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { boundsOf, type FigureBounds, isMultipleOf } from '@/lib/rules/figure-bounds'
import { rulingDay } from '@/lib/rules/lookup'
import { type Figure, STATUSES } from '@/lib/rules/types'
import { type FieldProblem, invalid, notFound } from '../input/errors'
import { choice, id, optionalText, text, version } from '../input/fields'
import { changeDraft } from './change-draft'

/** What a row of a draft rests on. */
export const basisFields = { clause: text(60), status: choice(STATUSES), document: text(200) }

export const editFigureInput = z.strictObject({ id: id(), version: version(), key: text(60), value: optionalText(20), ...basisFields })

/** Replaces a figure in the draft: its number, clause and certainty, with the document they rest on. */
export async function editFigure(actor: Actor, input: z.infer<typeof editFigureInput>, { now }: { now: Date }): Promise<{ id: string }> {
  const bounds = boundsOf(input.key)
  if (!bounds) throw notFound()
  const value = figureValue(input.value, bounds)
  const at = `figures.${input.key}`
  return changeDraft(actor, input, now, ({ content, sources, effectiveYear }) => {
    const row = inForce(content.figures, input.key, effectiveYear)
    if (!row) throw notFound()
    const figure: Figure = { ...row, value, clause: input.clause, status: input.status }
    return {
      at,
      content: { ...content, figures: content.figures.map((each) => (each === row ? figure : each)) },
      sources: { ...sources, [at]: { document: input.document } },
    }
  })
}

/** The row of the key that rules the year. */
export function inForce(figures: readonly Figure[], key: string, year: number): Figure | undefined {
  const on = rulingDay(year)
  return figures.find((figure) => figure.key === key && figure.from <= on && (figure.until === undefined || figure.until >= on))
}

function figureValue(typed: string, { least, most, step, optional }: FigureBounds): number | null {
  const plain = typed.normalize('NFKC').replace(/^[−–]/, '-')
  const refuse = (problem: FieldProblem) => invalid({ value: problem })
  if (plain === '') {
    if (optional) return null
    throw refuse({ key: 'required' })
  }
  if (!/^-?\d+(\.\d+)?$/.test(plain)) throw refuse({ key: 'number', values: { least, most } })
  const value = Number(plain)
  if (value < least || value > most) throw refuse({ key: 'out_of_bounds', values: { least, most } })
  if (!isMultipleOf(value, step)) throw refuse({ key: 'step', values: { step } })
  return value
}
