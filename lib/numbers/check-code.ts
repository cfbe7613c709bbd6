/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4

/** Number of random bytes in a code: 80 bits, so that no certificate can be found by guessing. */
export const CHECK_CODE_BYTES = 10

/**
 * The code with which anyone may look up a certificate: 80 random bits as `8F3K-27QD-M1XA-0W5T`. Throws a RangeError for any other length.
 */
export function makeCheckCode(random: Uint8Array): string {
  if (random.length !== CHECK_CODE_BYTES) throw new RangeError(`a check code is made of ${CHECK_CODE_BYTES} random bytes`)
  let bits = ''
  for (const byte of random) bits += byte.toString(2).padStart(8, '0')
  let characters = ''
  for (let index = 0; index < bits.length; index += 5) characters += ALPHABET.charAt(Number.parseInt(bits.slice(index, index + 5), 2))
  return inGroups(characters)
}

/** A typed code in its stored form (any case, spaces and hyphens accepted, `O` read as 0, `I` and `L` as 1); null where it is no code. */
export function parseCheckCode(typed: string): string | null {
  if (typed.length > 100) return null
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (text.length !== (CHECK_CODE_BYTES * 8) / 5) return null
  for (const character of text) if (!ALPHABET.includes(character)) return null
  return inGroups(text)
}

function inGroups(characters: string): string {
  const groups: string[] = []
  for (let index = 0; index < characters.length; index += GROUP) groups.push(characters.slice(index, index + GROUP))
  return groups.join('-')
}
