/**
 * The masked form of a name, for people who may not see it in full: the first character stays, and the last where there are three or more
 * (张*, 张*丽). Counted in grapheme clusters, so that no character is cut in half.
 */
export function maskName(name: string): string {
  const characters = Array.from(segmenter.segment(name.trim()), ({ segment }) => segment)
  const [first = '', ...rest] = characters
  if (rest.length === 0) return first === '' ? '' : `${first}*`
  const last = rest.length >= 2 ? (rest.at(-1) ?? '') : ''
  return `${first}${'*'.repeat(rest.length - (last ? 1 : 0))}${last}`
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })
