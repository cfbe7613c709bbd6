import 'server-only'
import { z } from 'zod'
import { type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { parseIdNumber } from '@/lib/numbers/id-number'
import { parseUscc } from '@/lib/numbers/uscc'
import { isUuid, uuid } from '../database/ids'
import type { FieldProblem } from './errors'

// The kinds of field a form can have. Each says in its own words what was wrong and what is accepted (`errors.field`).

function problem<T>(context: z.RefinementCtx<T>, key: string, values?: FieldProblem['values']): typeof z.NEVER {
  context.addIssue({ code: 'custom', params: { problem: { key, values } } })
  return z.NEVER
}

// A radio list or a box that nobody touched sends nothing at all: that is empty, not wrong.
const typed = z
  .string()
  .default('')
  .transform((value) => value.normalize('NFC').trim())

/** Text of one to `most` characters; control characters are refused. */
export function text(most: number, { least = 1, lines = false } = {}) {
  return typed.transform((value, context) => {
    const plain = lines ? value.replace(/[\r\n]/g, '') : value
    if (value.length < least) return problem(context, 'required')
    if ([...value].length > most) return problem(context, 'too_long', { most, length: [...value].length })
    if (/\p{Cc}/u.test(plain)) return problem(context, 'control_characters')
    return value
  })
}

export function optionalText(most: number, options: { lines?: boolean } = {}) {
  return text(most, { ...options, least: 0 })
}

export function date() {
  return typed.transform((value, context): PlainDate => {
    if (value === '') return problem(context, 'required')
    return parseTypedDate(value) ?? problem(context, 'date')
  })
}

export function optionalDate() {
  return typed.transform((value, context): PlainDate | null => {
    if (value === '') return null
    return parseTypedDate(value) ?? problem(context, 'date')
  })
}

/** A number within bounds in steps of `step` (0.1, 0.5, 1); full-width digits are taken. */
export function number(bounds: Bounds) {
  return typed.transform((value, context): number => parseNumber(value, bounds, context))
}

interface Bounds {
  least: number
  most: number
  step: number
}

function parseNumber(value: string, { least, most, step }: Bounds, context: z.RefinementCtx<string>): number {
  const plain = value.normalize('NFKC')
  if (plain === '') return problem(context, 'required')
  if (!/^\d+(\.\d+)?$/.test(plain)) return problem(context, 'number', { least, most })
  const result = Number(plain)
  if (result < least || result > most) return problem(context, 'out_of_bounds', { least, most })
  const steps = result / step
  if (Math.abs(steps - Math.round(steps)) > 1e-9) return problem(context, 'step', { step })
  return result
}

export function optionalNumber(bounds: Bounds) {
  return typed.transform((value, context): number | null => (value === '' ? null : parseNumber(value, bounds, context)))
}

export function choice<const Options extends readonly string[]>(options: Options) {
  return typed.transform((value, context): Options[number] => {
    if (value === '') return problem(context, 'choose')
    return options.includes(value) ? (value as Options[number]) : problem(context, 'choose')
  })
}

export function optionalChoice<const Options extends readonly string[]>(options: Options) {
  return typed.transform((value, context): Options[number] | null => {
    if (value === '') return null
    return options.includes(value) ? (value as Options[number]) : problem(context, 'choose')
  })
}

/** The key of a row of ours. */
export function id() {
  return typed.transform((value, context) => (isUuid(value) ? value : problem(context, 'unexpected')))
}

const listed = z.union([z.string(), z.array(z.string())]).default([])

/** One to `most` keys, as ticked in a list. */
export function ids(most: number) {
  return listed.transform((value, context): string[] => {
    const list = typeof value === 'string' ? (value === '' ? [] : [value]) : value
    if (list.length === 0) return problem(context, 'choose_some')
    if (list.length > most) return problem(context, 'too_many_chosen', { most })
    return list.every(isUuid) ? [...new Set(list)] : problem(context, 'unexpected')
  })
}

/** The version that the page showed: an act on something that has since moved is told so. */
export function version() {
  return number({ least: 1, most: 1_000_000, step: 1 })
}

/** A password as typed: not trimmed, not normalized, never given back. */
export function secret(most: number) {
  return z
    .string()
    .default('')
    .transform((value, context): string => {
      if (!value) return problem(context, 'required')
      return value.length > most ? problem(context, 'too_long', { most, length: value.length }) : value
    })
}

/** Where to go on to: a path of this site; anything else becomes the start of the person's work. */
export function ownPathField() {
  return typed.transform((value) => (/^\/(?![/\\])/.test(value) && value !== '/' ? value : '/start'))
}

/** The key of a row of ours, or none. */
export function optionalId() {
  return typed.transform((value): string | null => (isUuid(value) ? value : null))
}

/** Any number of keys, none among them, as ticked in a list that may stay empty. */
export function optionalIds(most: number) {
  return listed
    .transform((value): string[] => (typeof value === 'string' ? (value === '' ? [] : [value]) : value))
    .pipe(z.array(uuid()).max(most))
}

/** Any number of these, as ticked in a list; none is allowed. */
export function choices<const Options extends readonly string[]>(options: Options) {
  return listed.transform((value, context): Options[number][] => {
    const list = value === '' ? [] : typeof value === 'string' ? [value] : value
    return list.every((item) => options.includes(item)) ? ([...new Set(list)] as Options[number][]) : problem(context, 'unexpected')
  })
}

export function optionalEmail() {
  return typed.transform((value, context): string | null => {
    if (value === '') return null
    return z.email().max(254).safeParse(value).success ? value : problem(context, 'email')
  })
}

/** A mobile number; spaces, hyphens and the country's prefix are left out. */
export function optionalMobile() {
  return typed.transform((value, context): string | null => {
    if (value === '') return null
    const digits = value
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^(\+|00)86/, '')
    return /^1[3-9]\d{9}$/.test(digits) ? digits : problem(context, 'mobile')
  })
}

/** The name one signs in with. */
export function loginName() {
  return typed.transform((value, context): string => {
    const name = value.toLowerCase()
    if (name === '') return problem(context, 'required')
    return /^[a-z][a-z0-9._-]{2,39}$/.test(name) ? name : problem(context, 'login_name')
  })
}

/** An ID number with its check character (GB 11643), as it is stored. */
export function idNumber() {
  return typed.transform((value, context): string => {
    if (value === '') return problem(context, 'required')
    const parsed = parseIdNumber(value)
    return parsed.ok ? parsed.idNumber : problem(context, 'id_number')
  })
}

/** A unified social credit code with its check character (GB 32100), or none. */
export function optionalUscc() {
  return typed.transform((value, context): string | null => {
    if (value === '') return null
    const parsed = parseUscc(value)
    return parsed.ok ? parsed.uscc : problem(context, 'uscc')
  })
}
