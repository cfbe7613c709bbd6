import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { certificateNumber } from '@/lib/numbers/certificate-number'
import { CHECK_CODE_BYTES, makeCheckCode } from '@/lib/numbers/check-code'
import { pool } from '../db'

const SERIALS = 10_000_000
const TRIES = 20

/**
 * A number nobody has yet for each of these places, in their order. Drawn at random, because a counter would be a row that all
 * certifications wait for; the table's unique index decides where two draw the same at one moment.
 */
export async function newCertificateNumbers(places: readonly { year: number; regionCode: string }[]): Promise<string[]> {
  const numbers: string[] = places.map((place) => draw(place))
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { rows } = await pool.query<{ number: string }>('SELECT number FROM certificate WHERE number = ANY($1)', [numbers])
    const taken = new Set(rows.map((row) => row.number))
    const seen = new Set<string>()
    let again = false
    for (const [index, number] of numbers.entries()) {
      const place = places[index]
      if (place && (taken.has(number) || seen.has(number))) {
        numbers[index] = draw(place)
        again = true
      }
      seen.add(numbers[index] ?? '')
    }
    if (!again) return numbers
  }
  throw new Error('no free certificate number was found')
}

function draw({ year, regionCode }: { year: number; regionCode: string }): string {
  return certificateNumber({ year, regionCode, serial: randomInt(1, SERIALS) })
}

/** The unguessable code under which anyone looks the certificate up. */
export function newCheckCode(): string {
  return makeCheckCode(randomBytes(CHECK_CODE_BYTES))
}
