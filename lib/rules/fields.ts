import { z } from 'zod'
import { FIRST_YEAR, isPlainDate, LAST_YEAR, type PlainDate } from '@/lib/calendar/plain-date'
import { isInTenths } from '@/lib/rules/tenths'

/** Upper limit of hours and of counts of days, times and courses. */
export const MAX_HOURS = 9_999.9

/** A value for an error message, cut to 40 characters. */
function excerpt(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** The error message of a field whose value is missing or not what is expected. */
export function needs(expected: string): (issue: { input?: unknown }) => string {
  return ({ input }) => (input === undefined ? `is missing: needs ${expected}` : `is ${excerpt(input)}: needs ${expected}`)
}

function field<T>(expected: string, fits: (value: unknown) => boolean) {
  return z.custom<T>(fits, { error: needs(expected) })
}

export const date = field<PlainDate>(
  `an existing day written YYYY-MM-DD, of the years ${FIRST_YEAR} to ${LAST_YEAR}`,
  (value) => typeof value === 'string' && isPlainDate(value),
)

export const year = field<number>(`a whole number from ${FIRST_YEAR} to ${LAST_YEAR}`, (value) => isWhole(value, FIRST_YEAR, LAST_YEAR))

export const anyText = field<string>('a text', (value) => typeof value === 'string')

export const text = field<string>('a text that is not empty', (value) => typeof value === 'string' && value !== '')

export const flag = field<boolean>('true or false', (value) => typeof value === 'boolean')

/** Hours above 0. */
export const hours = field<number>(
  `a number above 0 in steps of 0.1, at most ${MAX_HOURS}`,
  (value) => typeof value === 'number' && value > 0 && value <= MAX_HOURS && isInTenths(value),
)

/** Hours, 0 included. */
export const sum = field<number>(
  `a number from 0 in steps of 0.1, at most ${MAX_HOURS}`,
  (value) => typeof value === 'number' && value >= 0 && value <= MAX_HOURS && isInTenths(value),
)

export const share = field<number>(
  'a number above 0',
  (value) => typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY,
)

export const anObject = { error: needs('an object') }

/** Days above 0 in steps of half a day. */
export const halfDays = field<number>(
  `a number above 0 in steps of 0.5, at most ${MAX_HOURS}`,
  (value) => typeof value === 'number' && value > 0 && value <= MAX_HOURS && Number.isInteger(value * 2),
)

export const count = field<number>(`a whole number from 1, at most ${MAX_HOURS}`, (value) => isWhole(value, 1, MAX_HOURS))

/** A field that accepts exactly these texts. */
export function oneOf<const T extends readonly string[]>(values: T) {
  return field<T[number]>(`one of ${values.join(', ')}`, (value) => typeof value === 'string' && values.includes(value))
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

/** Whether the value is an object with named fields, not a list and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the value is an existing day, for checks across fields. */
export function isDate(value: unknown): value is PlainDate {
  return date.safeParse(value).success
}
