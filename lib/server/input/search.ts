import 'server-only'
import { z } from 'zod'
import { parseTypedDate } from '@/lib/calendar/plain-date'
import { isUuid, uuid } from '../database/ids'

/** What Next gives a page as its search parameters. */
export type SearchParameters = Promise<Record<string, string | string[] | undefined>>

/** The rows of one page of a list. */
export const PAGE_ROWS = 50

/**
 * The search parameters by a shape of the builders below. They are typed by people and found in old links: whatever does not fit falls
 * back to "not given", and unknown ones are left out.
 */
export async function readSearch<Shape extends z.ZodRawShape>(parameters: SearchParameters, shape: Shape) {
  const given = await parameters
  const single = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
  return z.object(shape).parse(single)
}

/** Words looked for; empty where none. Of what is too long for any name the beginning is looked for. */
export function textParam() {
  return z
    .string()
    .transform((value) =>
      [
        ...value
          .slice(0, 1000)
          .normalize('NFC')
          .replace(/\p{Cc}/gu, ' ')
          .trim(),
      ]
        .slice(0, 100)
        .join(''),
    )
    .catch('')
}

/** The words as `contains` finds them literally: Prisma hands `%`, `_` and `\\` on to LIKE as they were typed. */
export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}

/** One of these, or null. */
export function enumParam<const Options extends readonly [string, ...string[]]>(options: Options) {
  return z.enum(options).nullable().catch(null)
}

/** A day as people type it, or null. */
export function dateParam() {
  return z
    .string()
    .max(40)
    .transform((value) => parseTypedDate(value.trim()))
    .nullable()
    .catch(null)
}

/** The key of a row of ours, or null. */
export function idParam() {
  return uuid().nullable().catch(null)
}

/** What a page before handed on sealed, or null. */
export function tokenParam() {
  return z
    .string()
    .regex(/^[\w-]{1,12000}$/)
    .nullable()
    .catch(null)
}

/** The last row of the page before, as `encodeCursor` wrote it; null for the first page. */
export function cursorParam<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(500)
    .transform((value): z.infer<Schema> | null => {
      try {
        return schema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')))
      } catch {
        return null
      }
    })
    .nullable()
    .catch(null)
}

/** A row's sort key and id for the address of the next page. */
export function encodeCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url')
}

/** An address with these parameters; what is null or empty is left out. */
export function buildUrl(path: string, parameters: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** The keys ticked in a list that was sent as a GET form (`name[]`); what is no key is left out. */
export async function chosenIds(parameters: SearchParameters, name: string, most: number): Promise<string[]> {
  const given = (await parameters)[`${name}[]`]
  const list = given === undefined ? [] : Array.isArray(given) ? given : [given]
  return [...new Set(list.filter((value) => isUuid(value)))].slice(0, most)
}
