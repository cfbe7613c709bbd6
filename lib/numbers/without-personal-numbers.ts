import { maskIdNumber, parseIdNumber } from './id-number'

const LONG = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** A text with the ID numbers and mobile numbers in it masked: what is kept for ever and shown to many holds none, wherever somebody typed one. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(LONG, (found) => (parseIdNumber(found).ok ? maskIdNumber(found) : found))
    .replace(MOBILE, (found) => `${found.slice(0, 3)}****${found.slice(-4)}`)
}
