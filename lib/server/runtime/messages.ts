import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '@/lib/i18n/locales'

type Messages = { [key: string]: string | Messages }

const kept = new Map<Locale, Promise<Messages>>()

/**
 * All messages of a language: each file of its folder is a namespace of the same name, so that a page adds words without touching
 * a shared list. Read once in production, on every request while developing.
 */
export function readMessages(locale: Locale): Promise<Messages> {
  const known = kept.get(locale)
  if (known && process.env.NODE_ENV === 'production') return known
  const read = readFolder(join(/* turbopackIgnore: true */ process.cwd(), 'lib/i18n/messages', locale))
  kept.set(locale, read)
  return read
}

async function readFolder(folder: string): Promise<Messages> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const entries = await Promise.all(
    names.map(async (name) => [name.slice(0, -5), JSON.parse(await readFile(join(folder, name), 'utf8')) as Messages] as const),
  )
  return Object.fromEntries(entries)
}

/** The messages of a language that a client component needs, by their paths; the others stay on the server. */
export async function messagesFor(locale: Locale, paths: readonly string[]): Promise<Messages> {
  const all = await readMessages(locale)
  const picked: Messages = {}
  for (const path of paths) {
    const keys = path.split('.')
    let [from, to]: [Messages, Messages] = [all, picked]
    for (const [depth, key] of keys.entries()) {
      const found = from[key]
      if (found === undefined || typeof found === 'string') throw new RangeError(`no messages at ${path}`)
      const last = depth === keys.length - 1
      const next: Messages = last ? found : ((to[key] as Messages | undefined) ?? {})
      to[key] = next
      ;[from, to] = [found, next]
    }
  }
  return picked
}
