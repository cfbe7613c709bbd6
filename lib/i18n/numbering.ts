/** The beginning of all filing numbers of this city. */
export const filingNumberFamily = '阜继教〔'

/** The beginning of all filing numbers of a year: 阜继教〔2025〕. */
export function filingNumberPrefix(year: number): string {
  return `${filingNumberFamily}${year}〕`
}

/** A filing number: 阜继教〔2025〕0031. */
export function filingNumber(year: number, serial: number): string {
  return filingNumberPrefix(year) + String(serial).padStart(4, '0')
}
