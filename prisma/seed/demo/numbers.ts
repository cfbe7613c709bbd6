import { idNumberCheckCharacter } from '@/lib/numbers/id-number'
import { usccCheckCharacter } from '@/lib/numbers/uscc'

/** A code that GB/T 2260 does not assign, so that numbers with it belong to nobody. */
const UNASSIGNED_REGION = '341299'

/** A valid ID number that cannot be anybody's. `serial` is 0–999. */
export function inventedIdNumber(birthday: string, serial: number): string {
  const first17 = `${UNASSIGNED_REGION}${birthday.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first17 + idNumberCheckCharacter(first17)
}

/** A valid unified social credit code that cannot be anybody's. */
export function inventedUscc(serial: number): string {
  const first17 = `12${UNASSIGNED_REGION}MB0D${String(serial).padStart(5, '0')}`
  return first17 + usccCheckCharacter(first17)
}

/** A mobile number with a prefix that is not assigned. */
export function inventedPhone(serial: number): string {
  return `100${String(serial).padStart(8, '0')}`
}
