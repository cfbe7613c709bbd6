/** What the numbers of this city's filings begin with, whatever the year. */
export const filingNumberFamily = '阜继教〔'

/** What the numbers of a year's filings begin with: 阜继教〔2025〕. */
export function filingNumberPrefix(year: number): string {
  return `${filingNumberFamily}${year}〕`
}

/** 阜继教〔2025〕0031. */
export function filingNumber(year: number, serial: number): string {
  return filingNumberPrefix(year) + String(serial).padStart(4, '0')
}
