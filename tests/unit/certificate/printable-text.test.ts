import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePrintable, readCoverage } from '@/lib/server/print/printable-text'

const FOLDER = 'node_modules/@expo-google-fonts/noto-serif-sc'
const regular = readCoverage(readFileSync(`${FOLDER}/400Regular/NotoSerifSC_400Regular.ttf`))
const bold = readCoverage(readFileSync(`${FOLDER}/700Bold/NotoSerifSC_700Bold.ttf`))

function covered(text: string): boolean {
  return Array.from(text).every((character) => regular(character.codePointAt(0) ?? 0))
}

describe('what the typeface has', () => {
  test('Chinese with rare characters of names, Latin of Western Europe and pinyin, Cyrillic, our marks and punctuation', () => {
    for (const text of ['王丽萍', '㛃䶮𬭎', '龘㐱', 'Müller Ångström ǚǹ', 'Иванов', '※〓—·〔〕《》：，。、（）', '0123456789'])
      expect(covered(text), text).toBe(true)
  })

  test('not emoji, nor control characters', () => {
    for (const text of ['😀', '\u0000', '\n']) expect(covered(text), JSON.stringify(text)).toBe(false)
  })

  test('the same in both weights', () => {
    const different = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter(
      (codePoint) => regular(codePoint) !== bold(codePoint),
    )
    expect(different).toEqual([])
  })
})

describe('printable text', () => {
  test('what is covered stays as it is', () => {
    for (const text of ['', '王丽萍', '#strong[x] <script>', '㛃䶮𬭎']) expect(makePrintable(text, regular)).toBe(text)
  })

  test('one mark for what people see as one character', () => {
    expect(makePrintable('a😀b', regular)).toBe('a〓b')
    expect(makePrintable('👨‍👩‍👧', regular)).toBe('〓')
    expect(makePrintable('🇨🇳', regular)).toBe('〓')
    expect(makePrintable('\ud800', regular)).toBe('〓')
  })

  test('lines and control characters become one space, what is invisible goes', () => {
    expect(makePrintable('一\r\n二\t三\u2028四', regular)).toBe('一 二 三 四')
    expect(makePrintable('\u202e王\u200b丽\ufe0f萍\u00ad', regular)).toBe('王丽萍')
  })

  test('whatever comes in, all that goes out can be printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(covered(makePrintable(text, regular))).toBe(true)
      }),
    )
  })
})
