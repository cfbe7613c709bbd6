/** Why a text is no unified social credit code. */
export const USCC_PROBLEMS = ['length', 'characters', 'check'] as const
export type UsccProblem = (typeof USCC_PROBLEMS)[number]

export type ParsedUscc = { ok: true; uscc: string } | { ok: false; problem: UsccProblem; position: number | null }

/** GB 32100's 31 characters: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
const REGION_FROM = 2
const REGION_TO = 8

/**
 * Parses an 18-character unified social credit code (GB 32100) as typed: spaces and hyphens are dropped, letters made upper case. For an
 * invalid one it names the first problem, and for `characters` the position (from 1).
 */
export function parseUscc(typed: string): ParsedUscc {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase()
  if (text.length !== LENGTH) return { ok: false, problem: 'length', position: null }
  for (let index = 0; index < LENGTH; index += 1) {
    const allowed = index >= REGION_FROM && index < REGION_TO ? '0123456789' : ALPHABET
    if (!allowed.includes(text.charAt(index))) return { ok: false, problem: 'characters', position: index + 1 }
  }
  if (usccCheckCharacter(text.slice(0, LENGTH - 1)) !== text.at(-1)) return { ok: false, problem: 'check', position: null }
  return { ok: true, uscc: text }
}

/**
 * The check character for the first 17 characters (GB 32100, weights 3^i modulo 31). Throws a RangeError for any other length or character.
 */
export function usccCheckCharacter(first17: string): string {
  if (first17.length !== LENGTH - 1) throw new RangeError('the check character belongs to 17 characters')
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) throw new RangeError('a character that GB 32100 does not have')
    sum = (sum + value * weight) % 31
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - sum) % 31)
}
