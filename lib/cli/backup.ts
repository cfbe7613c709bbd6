import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { create } from 'tar'
import packageFile from '@/package.json'
import { parseArguments } from './ask'
import { type Manifest, markOfKey, namedFile, OWN_SECRET } from './backup-archive'
import { step } from './progress'
import { runMain, Sentence } from './sentence'
import { openSiteEnvironment, type SiteEnvironment } from './site-environment'
import { type CopiedTable, migrationsOf, tablesOf, writeTable } from './table-copy'

// `npm run backup -- FILE`: writes database, files and (with the embedded database) keys into one archive; the site may keep running.

await runMain(async () => {
  const [name, ...more] = parseArguments([]).words
  if (!name || more.length > 0) throw new Sentence('Please name the file to write: npm run backup -- FILE.tar.gz')
  const file = namedFile(name)
  if (existsSync(file)) throw new Sentence(`${file} exists; it is not overwritten.`)
  if (!existsSync(dirname(file))) throw new Sentence(`There is no folder ${dirname(file)}.`)
  const site = await openSiteEnvironment({ secretsNeeded: false })
  // Next to the archive, because the disk that the user chose has the space for it.
  const draft = await mkdtemp(join(dirname(file), `.${basename(file)}-`))
  try {
    const database = await step('Tables', () => copyDatabase(site.ownerUrl, join(draft, 'tables')), describe)
    // After the tables: a file is stored before the row that refers to it and never changed, so that no row lacks its file.
    const files = await step(
      'Files',
      () => gatherFiles(site, draft),
      (count) => `${count} files`,
    )
    const dataKeyMark = markOfKey(site.variables.XUESHI_DATA_KEY ?? process.env.XUESHI_DATA_KEY)
    const manifest: Manifest = {
      format: 1,
      version: packageFile.version,
      madeAt: new Date().toISOString(),
      ...database,
      files,
      dataKeyMark,
    }
    await writeFile(join(draft, 'manifest.json'), JSON.stringify(manifest, null, 2))
    const archive = join(draft, 'archive.tar.gz')
    const parts = (await readdir(draft)).sort((one, other) => Number(other === 'manifest.json') - Number(one === 'manifest.json'))
    await step(
      'Archive',
      () => create({ gzip: true, file: archive, cwd: draft, follow: true, portable: true }, parts),
      () => file,
    )
    await chmod(archive, 0o600)
    await rename(archive, file)
    console.log(
      site.embedded
        ? `\n${file} is written. It contains the keys too: keep it where nobody else can read it.`
        : `\n${file} is written; it does not contain the keys.`,
    )
  } finally {
    await rm(draft, { recursive: true, force: true })
    await site.release()
  }
})

/** Copies all tables in one snapshot. */
async function copyDatabase(url: string, folder: string): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'tables'>> {
  await mkdir(folder)
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    const tables: CopiedTable[] = []
    for (const { name, columns } of await tablesOf(client)) {
      tables.push({ name, columns, rows: await writeTable(client, name, columns, join(folder, `${name}.copy`)) })
    }
    return { postgres: rows[0]?.server_version ?? '', migrations: await migrationsOf(client), tables }
  } finally {
    client.release(true)
    await pool.end()
  }
}

async function gatherFiles(site: SiteEnvironment, draft: string): Promise<number> {
  const files = join(site.dataFolder, 'files')
  if (existsSync(files)) await symlink(files, join(draft, 'files'))
  if (site.embedded) {
    const secrets = join(site.dataFolder, 'secrets')
    await cp(secrets, join(draft, 'secrets'), { recursive: true, filter: (path) => basename(path) !== OWN_SECRET })
  }
  const entries = existsSync(files) ? await readdir(files, { recursive: true, withFileTypes: true }) : []
  return entries.filter((entry) => entry.isFile()).length
}

function describe({ tables }: Pick<Manifest, 'tables'>): string {
  return `${tables.length} tables, ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows`
}
