import { maskIdNumber, parseIdNumber } from './id-number'

const ID_NUMBER = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** Masks ID numbers and mobile numbers in free text. For texts that are kept permanently or shown to many people. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(ID_NUMBER, (found) => (parseIdNumber(found).ok ? maskIdNumber(found) : found))
    .replace(MOBILE, (found) => `${found.slice(0, 3)}****${found.slice(-4)}`)
}
