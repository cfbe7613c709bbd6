import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateNumber, parseCertificateNumber } from '@/lib/numbers/certificate-number'

const parts = fc.record({
  year: fc.integer({ min: 2000, max: 2099 }),
  regionCode: fc.stringMatching(/^3412\d\d$/),
  serial: fc.integer({ min: 1, max: 9_999_999 }),
})

describe('a certificate number', () => {
  test('carries year, region, serial and check character', () => {
    expect(certificateNumber({ year: 2025, regionCode: '341202', serial: 9317 })).toMatch(/^FY2025-341202-0009317-[\dX]$/)
  })

  test('is read back, as typed too', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = certificateNumber(given)
        expect(parseCertificateNumber(number)).toEqual(given)
        expect(parseCertificateNumber(` ${number.toLowerCase()} `)).toEqual(given)
      }),
    )
  })

  test('every single wrong character is found', () => {
    fc.assert(
      fc.property(parts, fc.nat(23), fc.constantFrom(...'0123456789XFY-'), (given, index, wrong) => {
        const number = certificateNumber(given)
        fc.pre(index < number.length && number.charAt(index) !== wrong)
        expect(parseCertificateNumber(number.slice(0, index) + wrong + number.slice(index + 1))).toBeNull()
      }),
    )
  })

  test('every exchange of neighbours is found, across the hyphens too', () => {
    fc.assert(
      fc.property(parts, fc.nat(16), (given, index) => {
        const number = certificateNumber(given)
        const positions = Array.from(number.matchAll(/[\dX]/g), (match) => match.index)
        const [first = 0, second = 0] = positions.slice(index, index + 2)
        fc.pre(index < positions.length - 1 && number.charAt(first) !== number.charAt(second))
        const characters = [...number]
        characters[first] = number.charAt(second)
        characters[second] = number.charAt(first)
        expect(parseCertificateNumber(characters.join(''))).toBeNull()
      }),
    )
  })

  test('parts that do not fit are refused', () => {
    expect(() => certificateNumber({ year: 25, regionCode: '341202', serial: 1 })).toThrow(RangeError)
    expect(() => certificateNumber({ year: 2025, regionCode: '3412', serial: 1 })).toThrow(RangeError)
    expect(() => certificateNumber({ year: 2025, regionCode: '341202', serial: 0 })).toThrow(RangeError)
    expect(() => certificateNumber({ year: 2025, regionCode: '341202', serial: 10_000_000 })).toThrow(RangeError)
    expect(parseCertificateNumber('')).toBeNull()
  })
})
