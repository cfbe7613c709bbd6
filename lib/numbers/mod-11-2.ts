/**
 * The check character of ISO 7064 MOD 11-2 over a string of digits: `0`–`9` or `X`. It detects every single wrong character and every
 * transposition of two neighbours, the check character included. (The hybrid systems MOD 11,10 and MOD 37,36 miss some transpositions, and
 * MOD 97-10 needs two characters.) Throws a RangeError where the text holds anything but digits.
 */
export function mod112CheckCharacter(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('only digits have a MOD 11-2 check character')
  let sum = 0
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11
  const check = (12 - sum) % 11
  return check === 10 ? 'X' : String(check)
}
