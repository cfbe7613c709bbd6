import { CATEGORIES, type Category } from '@/lib/rules/types'
import { type Entry, type FieldFault, readEntry, textsOf } from '@/lib/rules/what-if/entry'
import { ENTRY_FIELDS, type EntryField, type EntryTexts, FIELDS_OF, LETTER_OF } from '@/lib/rules/what-if/entry-fields'

// The format of one entry in the URL: `training_sprofessional_b20250407_d20250411_n5_fyes`. It uses only characters that neither browsers
// nor forms escape.

const PART = '_'
const ESCAPE = '*'

/** What is wrong with an encoded entry. part: a field that the category does not have, that occurs twice, or that is badly escaped. */
export type EntryFault =
  | { code: 'category'; found: string }
  | { code: 'part'; found: string; category: Category }
  | { code: 'field'; field: EntryField; fault: FieldFault; found: string; category: Category }

export type DecodedEntry = { ok: true; entry: Entry } | { ok: false; fault: EntryFault }

/** The entry in the URL's format. */
export function encodeEntry(entry: Entry): string {
  const texts = textsOf(entry)
  const parts = FIELDS_OF[entry.category].flatMap((field) => {
    const text = texts[field]
    return text === undefined ? [] : [LETTER_OF[field] + escaped(isDay(text) ? text.replaceAll('-', '') : text)]
  })
  return [entry.category, ...parts].join(PART)
}

/** The entry from the URL's format, or the first fault in it. */
export function decodeEntry(code: string): DecodedEntry {
  const [name = '', ...parts] = code.split(PART)
  const category = CATEGORIES.find((each) => each === name)
  if (!category) return { ok: false, fault: { code: 'category', found: excerpt(name) } }
  const texts: EntryTexts = {}
  for (const part of parts) {
    const field = FIELDS_OF[category].find((each) => LETTER_OF[each] === part[0])
    const text = unescaped(part.slice(1))
    if (!field || text === null || texts[field] !== undefined) return { ok: false, fault: { code: 'part', found: excerpt(part), category } }
    texts[field] = text
  }
  const read = readEntry(category, texts)
  if (read.ok) return read
  const field = ENTRY_FIELDS.find((each) => read.faults[each])
  const fault = field && read.faults[field]
  if (!field || !fault) throw new Error('an entry that cannot be read, without a fault')
  return { ok: false, fault: { code: 'field', field, fault, found: excerpt(texts[field] ?? ''), category } }
}

/** The text for a message, cut to 30 characters. */
export function excerpt(text: string): string {
  const letters = [...text]
  return letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : text
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function escaped(text: string): string {
  return encodeURIComponent(text)
    .replace(/[_.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', ESCAPE)
}

function unescaped(text: string): string | null {
  try {
    // A bare % is no escape: those of the URL were decoded when its parameters were read.
    return decodeURIComponent(text.replaceAll('%', '%25').replaceAll(ESCAPE, '%'))
  } catch {
    return null
  }
}
