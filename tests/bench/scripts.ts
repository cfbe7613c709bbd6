import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BenchRow } from './row'

const MANIFEST = 'page_client-reference-manifest.js'
const LEAST_TOLD = 5

/** What a browser is sent of scripts for each page of the build: the ones of all pages, its layouts and the page; nothing without a build. */
export function benchScripts(buildFolder: string): BenchRow[] {
  const main = join(buildFolder, 'build-manifest.json')
  if (!existsSync(main)) return [{ name: 'script of a page, gzip', value: 'no build', unit: '', target: '≤ 170' }]
  const always = (JSON.parse(readFileSync(main, 'utf8')) as { rootMainFiles: string[] }).rootMainFiles
  const sizes = new Map<string, number>()
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(buildFolder, file)), { level: 6 }).length
    sizes.set(file, size)
    return size
  }
  const pages = readdirSync(join(buildFolder, 'server/app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(MANIFEST) && !file.startsWith('_'))
    .map((file) => {
      const files = new Set([...always, ...entriesOf(readFileSync(join(buildFolder, 'server/app', file), 'utf8'))])
      const bytes = [...files].reduce((sum, name) => sum + sizeOf(name), 0)
      return { page: `/${file.slice(0, -MANIFEST.length - 1)}`.replace(/\/\([^)]*\)/g, '') || '/', bytes }
    })
    .sort((a, b) => b.bytes - a.bytes)
  const told = [...pages.slice(0, LEAST_TOLD), ...pages.slice(LEAST_TOLD).slice(-1)]
  return told.map(({ page, bytes }, index) => ({
    name: `script of ${page}${index === 0 ? ` (the most of ${pages.length} pages)` : index === told.length - 1 ? ' (the least)' : ''}`,
    value: Math.round(bytes / 1024),
    unit: 'KB gzip',
    target: '≤ 170, aim 130',
  }))
}

/** The scripts that the page's own manifest names for its layouts and itself; those for errors come only with one. */
function entriesOf(source: string): string[] {
  const text = source.slice(source.indexOf('"entryJSFiles":') + '"entryJSFiles":'.length)
  const entries = JSON.parse(text.slice(0, text.indexOf('}') + 1)) as Record<string, string[]>
  return Object.entries(entries).flatMap(([entry, files]) => (/\/(error|not-found|global-error|loading)$/.test(entry) ? [] : files))
}
