import 'server-only'
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../database/tables'
import { escapeLike } from '../input/search'

// Names are found by a part of them, of one Chinese character or more, through the GIN indexes over `name_grams`; what such an index finds is
// held against the name itself.

/** A word as the pattern of ILIKE: what is typed stands for itself. */
export function patternOf(word: string): string {
  return `%${escapeLike(word)}%`
}

/** What the index must hold of a name with all these words: their neighbouring pairs, or the character where a word has one only. */
export function gramsOf(words: readonly string[]): string[] {
  const grams = words.flatMap((word) => {
    const characters = [...word]
    return characters.length === 1 ? characters : characters.slice(1).map((character, place) => `${characters[place]}${character}`)
  })
  return [...new Set(grams)]
}

/** The condition that a name has these grams. The database lowers both, as its own locale does. */
export function hasGrams(name: Expression<string>, grams: readonly string[]): RawBuilder<SqlBool> {
  return sql`name_grams(${name}) @> (SELECT array_agg(lower(gram)) FROM unnest(${grams}::text[]) AS gram)`
}

const f = expressionBuilder<{ f: Tables['filing'] }, 'f'>()

/** What a filing `f` is found by, as it stands in the index `filing_names`: title, numbers and, from outside the city, who held it. */
export const FILING_NAMES = sql<string>`(${f.ref('f.title')} || E'\\n' || coalesce(${f.ref('f.number')}, '') || E'\\n' || coalesce(${f.ref('f.outside_number')}, '') || E'\\n' || ${f.ref('f.organizer')})`
