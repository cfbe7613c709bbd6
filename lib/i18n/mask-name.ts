/**
 * A name as strangers see it: the first character stays, and the last where there are three or more (张*, 张*丽).
 * Characters are what people count as one, so that a rare character or an emoji is never cut in half.
 */
export function maskName(name: string): string {
  const characters = Array.from(segmenter.segment(name.trim()), ({ segment }) => segment)
  const [first = '', ...rest] = characters
  if (rest.length === 0) return first === '' ? '' : `${first}*`
  const last = rest.length >= 2 ? (rest.at(-1) ?? '') : ''
  return `${first}${'*'.repeat(rest.length - (last ? 1 : 0))}${last}`
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })
