import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { certificateNumber } from '@/lib/numbers/certificate-number'
import { CHECK_CODE_BYTES, makeCheckCode } from '@/lib/numbers/check-code'
import { anyOf, arrayOf, statement } from '../database/statement'
import { RECOUNTS } from '../job/kinds'

const SERIALS = 10_000_000
const TRIES = 20

const takenOf = statement('taken-numbers', (db, given: { numbers: readonly string[] }) =>
  db.selectNoFrom((eb) => [
    arrayOf(eb.selectFrom('certificate as c').select('c.number').where('c.number', '=', anyOf(given.numbers, 'text'))).as('taken'),
    eb.exists(eb.selectFrom('job as j').where('j.finished_at', 'is', null).where('j.kind', 'in', RECOUNTS)).as('recounting'),
  ]),
)

/**
 * A number nobody has yet for each of these places, in their order. Drawn at random, because a counter would be a row that all
 * certifications wait for; the table's unique index decides where two draw the same at one moment. In the same round trip: whether ledgers
 * are being recounted, when no certificate is made.
 */
export async function newCertificateNumbers(
  places: readonly { year: number; regionCode: string }[],
): Promise<{ numbers: string[]; recounting: boolean }> {
  const numbers: string[] = places.map((place) => draw(place))
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [row] = await takenOf({ numbers })
    const taken = new Set(row?.taken)
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
    if (!again) return { numbers, recounting: Boolean(row?.recounting) }
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
