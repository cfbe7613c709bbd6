import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { EMPLOYMENT_KINDS, RECORD_PATHS, ROLES, TITLE_LEVELS, UNIT_LEVELS } from '@/lib/access/types'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { ruleSets } from '@/lib/rules/rule-sets'
import { AUTHORS, CATEGORIES, OPTIONS, OUTCOMES, REASONS, STATUSES, SUBJECTS, TERM_OUTCOMES, UNITS, WARNING_CODES } from '@/lib/rules/types'
import { EVENTS } from '@/lib/workflow/events'
import { MACHINES, STATES } from '@/lib/workflow/states'
import { REFUSAL_CODES } from '@/lib/workflow/types'

interface Messages {
  [key: string]: string | Messages
}

const FOLDER = join(import.meta.dirname, '../../../lib/i18n/messages')
/** A clause whose words are lost, a separator that a language does without. */
const MAY_BE_EMPTY = /(^|\.)(words|separator)$/

const namespaces = [...new Set(LOCALES.flatMap((locale) => readdirSync(join(FOLDER, locale))))].sort()

function read(locale: Locale, file: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')) as Messages
}

/** Every message of a namespace by its dotted key. */
function flat(messages: Messages, before = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    expect(key, 'next-intl takes a dot for nesting').not.toContain('.')
    return typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`)
  })
}

/** The arguments of an ICU message: the names that open a brace where no sentence does. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  const inside: ('argument' | 'sentence')[] = []
  for (let place = 0; place < message.length; place++) {
    if (message[place] === '}') inside.pop()
    if (message[place] !== '{') continue
    if (inside.at(-1) === 'argument') {
      inside.push('sentence')
      continue
    }
    inside.push('argument')
    const name = /^\{\s*(\w+)/.exec(message.slice(place))?.[1]
    if (name) found.add(name)
  }
  return [...found].sort()
}

test('the parser of arguments sees nested ones and no sentences', () => {
  expect(argumentsOf('{a} {n, plural, one {# hour of {b}} other {hours}} {c, number}')).toEqual(['a', 'b', 'c', 'n'])
})

describe.each(namespaces)('%s', (file) => {
  test('says the same things with the same arguments in both languages', () => {
    const [zh, en] = LOCALES.map((locale) => Object.fromEntries(flat(read(locale, file)).map(([key, text]) => [key, argumentsOf(text)])))
    expect(en).toEqual(zh)
  })

  test.each(LOCALES)('%s: every message is well-formed and not empty', (locale) => {
    const messages = read(locale, file)
    const t = createTranslator({
      locale,
      messages: { file: messages },
      onError(error) {
        throw error
      },
    })
    for (const [key, text] of flat(messages)) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name, 2]))
      if (!/<\w/.test(text)) expect(t(`file.${key}` as never, values as never), key).toBeTypeOf('string')
      if (!MAY_BE_EMPTY.test(key)) expect(text.trim(), key).not.toBe('')
    }
  })

  test('Chinese text holds no half-width comma or stop between Chinese characters', () => {
    for (const [key, text] of flat(read('zh-CN', file))) expect(text, key).not.toMatch(/\p{Script=Han}[,;!?]\s*\p{Script=Han}/u)
  })
})

describe.each(LOCALES)('%s has a word for', (locale) => {
  const states = read(locale, 'states.json')
  const terms = read(locale, 'terms.json')
  const errors = read(locale, 'errors.json')
  const clauses = read(locale, 'clauses.json')

  function keysOf(messages: Messages, path: string): string[] {
    const found = path
      .split('.')
      .reduce<string | Messages | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), messages)
    return Object.keys(typeof found === 'object' ? found : {})
  }

  test.each(MACHINES)('every state and event of a %s', (machine) => {
    expect(keysOf(states, machine)).toEqual(expect.arrayContaining([...STATES[machine]]))
    expect(keysOf(states, `event.${machine}`).sort()).toEqual([...EVENTS[machine]].sort())
  })

  test('every refusal', () => {
    expect(keysOf(errors, 'refusal').sort()).toEqual([...REFUSAL_CODES].sort())
  })

  test.each([
    ['role', ROLES],
    ['category', CATEGORIES],
    ['categoryHint', CATEGORIES],
    ['subject', SUBJECTS],
    ['subjectShort', SUBJECTS],
    ['subjectHint', SUBJECTS],
    ['author', AUTHORS],
    ['outcome', OUTCOMES],
    ['reason', REASONS],
    ['status', STATUSES],
    ['statusHint', STATUSES],
    ['warning', WARNING_CODES],
    ['unit', UNITS],
    ['term', TERM_OUTCOMES],
    ['employmentKind', EMPLOYMENT_KINDS],
    ['unitLevel', UNIT_LEVELS],
    ['titleLevel', TITLE_LEVELS],
  ] as const)('every %s, and no other', (group, ids) => {
    expect(keysOf(terms, group).sort()).toEqual([...ids].sort())
  })

  test('every option of every category', () => {
    for (const category of CATEGORIES) expect(keysOf(terms, `option.${category}`).sort()).toEqual([...OPTIONS[category]].sort())
  })

  test('every path of a record', () => {
    expect(keysOf(states, 'path').sort()).toEqual([...RECORD_PATHS].sort())
  })

  test('every clause a figure of the law rests on', () => {
    const cited = ruleSets.flatMap((set) =>
      [...set.figures, ...set.publicDeadlines, ...set.platforms].map((row) => row.clause.replaceAll('.', '-')),
    )
    expect(Object.keys(clauses)).toEqual(expect.arrayContaining([...new Set(cited)]))
  })
})
