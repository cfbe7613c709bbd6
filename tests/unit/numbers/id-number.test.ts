import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idNumberCheckCharacter, maskIdNumber, parseIdNumber } from '@/lib/numbers/id-number'

const first17 = fc
  .tuple(
    fc.stringMatching(/^\d{6}$/),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
    fc.stringMatching(/^\d{3}$/),
  )
  .map(([region, day, order]) => region + day.toISOString().slice(0, 10).replaceAll('-', '') + order)
const idNumbers = first17.map((digits) => digits + idNumberCheckCharacter(digits))

describe('an ID number', () => {
  test('the example of GB 11643 is read', () => {
    expect(parseIdNumber('11010519491231002X')).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      regionCode: '110105',
      birthday: '1949-12-31',
      sex: 'female',
    })
    expect(parseIdNumber('440524188001010014')).toMatchObject({ ok: true, birthday: '1880-01-01', sex: 'male' })
  })

  test('is read as people type it', () => {
    expect(parseIdNumber(' 110105 19491231 002x ')).toMatchObject({ ok: true, idNumber: '11010519491231002X' })
    expect(parseIdNumber('11010519491231002X')).toMatchObject({ ok: true, idNumber: '11010519491231002X' })
  })

  test('each problem is named', () => {
    expect(parseIdNumber('')).toEqual({ ok: false, problem: 'length', position: null })
    expect(parseIdNumber('110105491231002')).toEqual({ ok: false, problem: 'length', position: null })
    expect(parseIdNumber('1101051949123100X2')).toEqual({ ok: false, problem: 'characters', position: 17 })
    expect(parseIdNumber('11010519491231002A')).toEqual({ ok: false, problem: 'characters', position: 18 })
    expect(parseIdNumber('110105194902300021')).toEqual({ ok: false, problem: 'birthday', position: null })
    expect(parseIdNumber('110105190002290021')).toEqual({ ok: false, problem: 'birthday', position: null })
    expect(parseIdNumber('110105194912310021')).toEqual({ ok: false, problem: 'check', position: null })
  })

  test('every single wrong character is found', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(17), fc.constantFrom(...'0123456789X'), (idNumber, index, wrong) => {
        fc.pre(idNumber.charAt(index) !== wrong)
        expect(parseIdNumber(idNumber.slice(0, index) + wrong + idNumber.slice(index + 1)).ok).toBe(false)
      }),
    )
  })

  test('every exchange of neighbours is found', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(16), (idNumber, index) => {
        fc.pre(idNumber.charAt(index) !== idNumber.charAt(index + 1))
        expect(parseIdNumber(exchange(idNumber, index)).ok).toBe(false)
      }),
    )
  })
})

describe('the mask', () => {
  test('keeps the first four and the last three', () => {
    expect(maskIdNumber('34120219870412042X')).toBe('3412***********42X')
  })

  test('shows nothing of a text too short to hide anything', () => {
    expect(maskIdNumber('1234567')).toBe('*******')
    expect(maskIdNumber('')).toBe('')
  })

  test('never gives birthday or sequence', () => {
    fc.assert(
      fc.property(idNumbers, (idNumber) => {
        expect(maskIdNumber(idNumber)).toMatch(/^\d{4}\*{11}\d\d[\dX]$/)
      }),
    )
  })
})

function exchange(text: string, index: number): string {
  return text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2)
}
