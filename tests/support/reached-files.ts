import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { rootFolder } from '../../lib/cli/root'

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*['"]((?:@\/|\.)[^'"]+)['"]/g
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.json', '/index.ts']

/** These files of the project and all of its files that they import, themselves or through others, as sorted paths. */
export function reachedFiles(entries: readonly string[]): string[] {
  const reached = new Set<string>()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    for (const [, specifier = ''] of readFileSync(join(rootFolder, path), 'utf8').matchAll(SPECIFIER)) {
      const target = specifier.startsWith('@/') ? specifier.slice(2) : normalize(join(dirname(path), specifier))
      const file = ENDINGS.map((ending) => target + ending).find((name) => isFile(join(rootFolder, name)))
      if (file) waiting.push(file)
    }
  }
  return [...reached].sort()
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
