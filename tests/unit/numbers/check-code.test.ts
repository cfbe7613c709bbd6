import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHECK_CODE_BYTES, makeCheckCode, parseCheckCode } from '@/lib/numbers/check-code'

const random = fc.uint8Array({ minLength: CHECK_CODE_BYTES, maxLength: CHECK_CODE_BYTES })

describe('a check code', () => {
  test('is four groups of four without look-alikes', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        expect(makeCheckCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
      }),
    )
  })

  test('holds all its 80 bits: other bytes, another code', () => {
    fc.assert(
      fc.property(random, fc.nat(79), (bytes, bit) => {
        const other = Uint8Array.from(bytes)
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(makeCheckCode(other)).not.toBe(makeCheckCode(bytes))
      }),
    )
  })

  test('is read as people type it', () => {
    const code = makeCheckCode(Uint8Array.from([0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]))
    expect(code).toBe('0123-4567-89AB-CDEF')
    expect(parseCheckCode(' oL23 4567 89ab-cdef')).toBe(code)
    expect(parseCheckCode('0I23456789ABCDEF')).toBe(code)
  })

  test('anything else is none', () => {
    for (const text of ['', '0123', '0123-4567-89AB-CDEU', '0123-4567-89AB-CDEF-0', '0123-4567-89AB-CDE<', 'x'.repeat(100_000)])
      expect(parseCheckCode(text)).toBeNull()
    expect(() => makeCheckCode(new Uint8Array(9))).toThrow(RangeError)
  })
})
