import { mod112CheckCharacter } from './mod-11-2'

/** Why a text is no ID number: its length, a character not allowed at its position, an impossible date of birth, the check character. */
export const ID_NUMBER_PROBLEMS = ['length', 'characters', 'birthday', 'check'] as const
export type IdNumberProblem = (typeof ID_NUMBER_PROBLEMS)[number]

export type ParsedIdNumber =
  | { ok: true; idNumber: string; regionCode: string; birthday: string; sex: 'female' | 'male' }
  | { ok: false; problem: IdNumberProblem; position: number | null }

const LENGTH = 18
const VISIBLE_AT_START = 4
const VISIBLE_AT_END = 3

/** A typed ID number in its stored form: without spaces and hyphens, full-width characters made narrow, a final `x` as `X`. */
export function normalizeIdNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase()
}

/**
 * Parses an 18-character ID number (GB 11643) as typed. For an invalid one it names the first problem, and for `characters` the position
 * (from 1). The region code is not looked up: numbers keep the codes of regions that were abolished.
 */
export function parseIdNumber(typed: string): ParsedIdNumber {
  const text = normalizeIdNumber(typed)
  if (text.length !== LENGTH) return { ok: false, problem: 'length', position: null }
  for (let index = 0; index < LENGTH; index += 1) {
    const allowed = index === LENGTH - 1 ? /[\dX]/ : /\d/
    if (!allowed.test(text.charAt(index))) return { ok: false, problem: 'characters', position: index + 1 }
  }
  const birthday = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (!isBirthday(birthday)) return { ok: false, problem: 'birthday', position: null }
  if (idNumberCheckCharacter(text.slice(0, LENGTH - 1)) !== text.at(-1)) return { ok: false, problem: 'check', position: null }
  return { ok: true, idNumber: text, regionCode: text.slice(0, 6), birthday, sex: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}

/**
 * The check character (`0`–`9`, `X`) for the first 17 digits (GB 11643, ISO 7064 MOD 11-2). Throws a RangeError for anything but 17 digits.
 */
export function idNumberCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('the check character belongs to 17 digits')
  return mod112CheckCharacter(first17)
}

/** The masked number that pages and certificates show: the first 4 and the last 3 characters, a `*` for each of the others. */
export function maskIdNumber(idNumber: string): string {
  const hidden = Math.max(0, idNumber.length - VISIBLE_AT_START - VISIBLE_AT_END)
  if (hidden === 0) return '*'.repeat(idNumber.length)
  return idNumber.slice(0, VISIBLE_AT_START) + '*'.repeat(hidden) + idNumber.slice(-VISIBLE_AT_END)
}

function isBirthday(text: string): boolean {
  const year = Number(text.slice(0, 4))
  if (year < 1850 || year > 2999) return false
  const instant = Date.parse(text)
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text
}
