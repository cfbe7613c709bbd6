import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUscc, usccCheckCharacter } from '@/lib/numbers/uscc'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codes = fc
  .tuple(fc.stringMatching(/^[1-9AN][1239]\d{6}$/), fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }))
  .map(([head, body]) => head + body.join(''))
  .map((first17) => first17 + usccCheckCharacter(first17))

describe('a unified social credit code', () => {
  test('the example of GB 32100 and a well-known one are read', () => {
    expect(parseUscc('91350100M000100Y43')).toEqual({ ok: true, uscc: '91350100M000100Y43' })
    expect(parseUscc(' 9144 0300-708461136t ')).toEqual({ ok: true, uscc: '91440300708461136T' })
  })

  test('each problem is named', () => {
    expect(parseUscc('9135')).toEqual({ ok: false, problem: 'length', position: null })
    expect(parseUscc('91350100M000100O43')).toEqual({ ok: false, problem: 'characters', position: 16 })
    expect(parseUscc('91A50100M000100Y43')).toEqual({ ok: false, problem: 'characters', position: 3 })
    expect(parseUscc('91350100M000100Y44')).toEqual({ ok: false, problem: 'check', position: null })
  })

  test('every single wrong character is found', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, index, wrong) => {
        fc.pre(code.charAt(index) !== wrong)
        expect(parseUscc(code.slice(0, index) + wrong + code.slice(index + 1)).ok).toBe(false)
      }),
    )
  })

  test('every exchange of neighbours is found', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, index) => {
        fc.pre(code.charAt(index) !== code.charAt(index + 1))
        const exchanged = code.slice(0, index) + code.charAt(index + 1) + code.charAt(index) + code.slice(index + 2)
        expect(parseUscc(exchanged).ok).toBe(false)
      }),
    )
  })
})
