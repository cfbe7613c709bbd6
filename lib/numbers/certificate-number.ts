import { mod112CheckCharacter } from './mod-11-2'

export interface CertificateNumberParts {
  /** The credit year, or the last year of a certified term. */
  year: number
  /** Six digits of GB/T 2260: the certifying bureau's region. */
  regionCode: string
  /** 1 to 9,999,999, counted within year and region. */
  serial: number
}

const PATTERN = /^FY(\d{4})-(\d{6})-(\d{7})-([\dX])$/

/**
 * The number printed on a certificate, `FY2025-341202-0009317-3`: year, region, serial, check character (ISO 7064
 * MOD 11-2 over their digits). Throws a RangeError where a part does not fit.
 */
export function certificateNumber({ year, regionCode, serial }: CertificateNumberParts): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError('the year of a certificate number has four digits')
  if (!/^\d{6}$/.test(regionCode)) throw new RangeError('the region of a certificate number has six digits')
  if (!Number.isInteger(serial) || serial < 1 || serial > 9_999_999)
    throw new RangeError('the serial of a certificate number is 1 to 9999999')
  const digits = String(serial).padStart(7, '0')
  return `FY${year}-${regionCode}-${digits}-${mod112CheckCharacter(`${year}${regionCode}${digits}`)}`
}

/** The parts of a certificate number as typed (any case, spaces around it); null where the format or the check character is wrong. */
export function parseCertificateNumber(typed: string): CertificateNumberParts | null {
  const match = PATTERN.exec(typed.normalize('NFKC').trim().toUpperCase())
  if (!match) return null
  const [, year = '', regionCode = '', serial = '', check] = match
  if (mod112CheckCharacter(year + regionCode + serial) !== check || Number(serial) === 0) return null
  return { year: Number(year), regionCode, serial: Number(serial) }
}
