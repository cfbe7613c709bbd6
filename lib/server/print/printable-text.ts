import 'server-only'

/** Stands for a character that the typeface does not have: the geta mark, what Chinese compositors always set in such a place. */
export const MISSING_GLYPH = '〓'

// Invisible characters, among them those that turn the direction of text, and variation selectors.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu
const LONE_SURROGATE = /\p{Cs}/gu

const graphemes = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })

/**
 * The text as it can be printed: control characters become a space, invisible ones go, and a character that the typeface
 * does not have (emoji, Ł or ş, Arabic, Tibetan, the rarest ideographs) becomes one `〓`.
 */
export function makePrintable(text: string, covers: (codePoint: number) => boolean): string {
  const whole = text.replace(LONE_SURROGATE, '\u{fffd}').replace(CONTROL, ' ')
  const visible = whole.replace(INVISIBLE, '')
  if (coversAll(visible, covers)) return visible
  // By what people see as one character, and from the unchanged text: a family emoji is one mark, not five.
  const parts = Array.from(graphemes.segment(whole), ({ segment }) => {
    const rest = segment.replace(INVISIBLE, '')
    return coversAll(rest, covers) ? rest : MISSING_GLYPH
  })
  return parts.join('')
}

function coversAll(text: string, covers: (codePoint: number) => boolean): boolean {
  for (const character of text) if (!covers(character.codePointAt(0) ?? 0)) return false
  return true
}

const FORMAT_12 = 12

/** Which code points a TrueType font has a glyph for, read from its `cmap` table (the format 12 subtable, full Unicode). */
export function readCoverage(font: Buffer): (codePoint: number) => boolean {
  const table = findCharacterMap(font)
  const covered = new Uint8Array(0x110000 / 8)
  const groups = font.readUInt32BE(table + 12)
  for (let group = 0; group < groups; group += 1) {
    const at = table + 16 + group * 12
    for (let codePoint = font.readUInt32BE(at); codePoint <= font.readUInt32BE(at + 4); codePoint += 1) {
      covered[codePoint >> 3] = (covered[codePoint >> 3] ?? 0) | (1 << (codePoint & 7))
    }
  }
  return (codePoint) => ((covered[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0
}

function findCharacterMap(font: Buffer): number {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue
    const start = font.readUInt32BE(entry + 8)
    for (let subtable = 0; subtable < font.readUInt16BE(start + 2); subtable += 1) {
      const at = start + font.readUInt32BE(start + 4 + subtable * 8 + 4)
      if (font.readUInt16BE(at) === FORMAT_12) return at
    }
  }
  throw new Error('the font has no full Unicode character map')
}
