import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

// next-intl shows the key itself where a message is missing. This reads the sources for the keys they name.

interface Messages {
  [key: string]: string | Messages
}

const ROOT = join(import.meta.dirname, '../../..')
const MESSAGES = join(ROOT, 'lib/i18n/messages/zh-CN')

const words: Messages = Object.fromEntries(
  readdirSync(MESSAGES).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(MESSAGES, file), 'utf8')) as Messages]),
)

function at(path: string): string | Messages | undefined {
  return path.split('.').reduce<string | Messages | undefined>((place, key) => (typeof place === 'object' ? place[key] : undefined), words)
}

/** Whether a message begins so: `state.${…}` names the group, `row.${…}Hint` at least its beginning. */
function beginsSo(path: string): boolean {
  const cut = path.lastIndexOf('.')
  const group = at(path.slice(0, cut))
  const start = path.slice(cut + 1)
  return typeof group === 'object' && Object.keys(group).some((key) => key.startsWith(start))
}

interface Use {
  file: string
  key: string
  /** A text; whatever is kept there, as for `raw`; or the beginning of a key. */
  kind: 'text' | 'any' | 'beginning'
}

function usesIn(file: string, source: string): Use[] {
  const uses: Use[] = []
  for (const [name, namespace] of translatorsIn(source)) {
    for (const call of source.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.(rich|raw|markup))?\\(\\s*(['"\`])((?:(?!\\2).)*)\\2`, 'g'))) {
      const [key, rest] = (call[3] ?? '').split('${', 2)
      const place = [namespace, key].filter(Boolean).join('.')
      if (rest === undefined) uses.push({ file, key: place, kind: call[1] === 'raw' ? 'any' : 'text' })
      else if (place !== '') uses.push({ file, key: key === '' ? `${namespace}.` : place, kind: 'beginning' })
    }
  }
  for (const call of source.matchAll(/getTranslations\('([^']*)'\)\)\('([^']*)'/g))
    uses.push({ file, key: `${call[1]}.${call[2]}`, kind: 'text' })
  return uses
}

const MAKER = /(?:get|use)Translations\((?:'([^']*)')?\)/

/** The names under which a file holds translators, with their namespaces. A name used for two namespaces is left out. */
function translatorsIn(source: string): Map<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  const note = (name: string | undefined, maker: string | undefined) => {
    const match = MAKER.exec(maker ?? '')
    if (!name || !match) return
    if (found.has(name) && found.get(name) !== (match[1] ?? '')) twice.add(name)
    found.set(name, match[1] ?? '')
  }
  for (const match of source.matchAll(/const (\w+) = (?:await )?((?:get|use)Translations\([^)]*\))/g)) note(match[1], match[2])
  for (const match of source.matchAll(/const \[([^\]]+)\] = await Promise\.all\(\[([\s\S]*?)\]\)\n/g)) {
    const makers = topLevel(match[2] ?? '')
    topLevel(match[1] ?? '').forEach((name, place) => {
      note(name, makers[place])
    })
  }
  for (const name of twice) found.delete(name)
  return found
}

/** The parts between commas that stand in no bracket. */
function topLevel(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('([{'.includes(character)) depth++
    if (')]}'.includes(character)) depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

const uses = ['app', 'components', 'lib/server'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      return usesIn(relative(ROOT, path), readFileSync(path, 'utf8'))
    }),
)

test('finds the keys of every way of asking', () => {
  const source = [
    "const t = useTranslations('nav')",
    "const [row, common] = await Promise.all([readRow(a, b), getTranslations('common')])",
    `t('home') + common(\`due.\${kind}\`) + t.rich("rules")`,
    "(await getTranslations('rules'))('title')",
    '',
  ].join('\n')
  expect(usesIn('x', source).map(({ key }) => key)).toEqual(['nav.home', 'nav.rules', 'common.due.', 'rules.title'])
  expect(uses.length).toBeGreaterThan(100)
})

test('every message that the sources name is there', () => {
  const missing = uses.filter(({ key, kind }) => {
    if (kind === 'beginning') return !beginsSo(key)
    return kind === 'any' ? at(key) === undefined : typeof at(key) !== 'string'
  })
  expect(missing).toEqual([])
})
