import { idNumberCheckCharacter } from '@/lib/numbers/id-number'
import { usccCheckCharacter } from '@/lib/numbers/uscc'

/** No division of GB/T 2260 has this code: numbers made with it belong to nobody. */
const NOWHERE = '341299'

/** A valid ID number that cannot be anybody's. `serial` is 0–999. */
export function inventedIdNumber(birthday: string, serial: number): string {
  const first17 = `${NOWHERE}${birthday.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first17 + idNumberCheckCharacter(first17)
}

/** A valid unified social credit code that cannot be anybody's. */
export function inventedUscc(serial: number): string {
  const first17 = `12${NOWHERE}MB0D${String(serial).padStart(5, '0')}`
  return first17 + usccCheckCharacter(first17)
}

/** A mobile number of a series that is not given out. */
export function inventedPhone(serial: number): string {
  return `100${String(serial).padStart(8, '0')}`
}
