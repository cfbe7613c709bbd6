import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './root'

/** One hash of the names and contents of these files of the project, and of the Node that runs them. */
export function hashOfFiles(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(rootFolder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The file, or all files in the folder and its folders; none where there is nothing. */
export function filesUnder(path: string): string[] {
  const full = join(rootFolder, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}
