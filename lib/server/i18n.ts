import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { type Locale, localeFrom } from '@/lib/words/locales'

type Messages = { [key: string]: string | Messages }

const kept = new Map<Locale, Promise<Messages>>()

/**
 * All messages of a language: each file of its folder is a namespace of the same name, so that a page adds words without touching
 * a shared list. Read once in production, on every request while developing.
 */
export function readMessages(locale: Locale): Promise<Messages> {
  const known = kept.get(locale)
  if (known && process.env.NODE_ENV === 'production') return known
  const read = readFolder(join(/* turbopackIgnore: true */ process.cwd(), 'lib/words/messages', locale))
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

/** next-intl's request configuration: the language comes from the cookie, never from the path. */
export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get('locale')?.value)
  return { locale, messages: await readMessages(locale), timeZone: 'Asia/Shanghai' }
})
