import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { extract } from 'tar'
import { parseArguments } from './ask'
import { type Manifest, markOfKey, namedFile, readManifest } from './backup-archive'
import { applyMigrations, readMigrations } from './migrations'
import { privateFolder } from './postgres-server'
import { step } from './progress'
import { rootFolder } from './root'
import { runMain, Sentence } from './sentence'
import { claimSite } from './single-site'
import { draftDatabase, execute, isEmptyDatabase } from './site-database'
import { openSiteEnvironment, type SiteEnvironment } from './site-environment'
import { loadTables } from './table-copy'

// `npm run restore -- FILE [--replace]`: what `npm run backup` wrote, into an empty database; with --replace in the place of what is there.

await runMain(async () => {
  const { options, words } = parseArguments([], ['replace'])
  const [name, ...more] = words
  if (!name || more.length > 0) throw new Sentence('Please name the file to read: npm run restore -- FILE.tar.gz [--replace]')
  const file = namedFile(name)
  if (!existsSync(file)) throw new Sentence(`There is no file ${file}.`)
  const replace = options.has('replace')
  const dataFolder = privateFolder(resolve(rootFolder, process.env.XUESHI_DATA || '.data'))
  const claim = await claimSite(dataFolder, 'nowhere: it is being restored')
  const draft = await mkdtemp(join(dataFolder, '.restore-'))
  try {
    await step(
      'Archive',
      () => extract({ file, cwd: draft }),
      () => file,
    )
    const manifest = await checked(draft, file)
    await restoreSecrets(draft, dataFolder, replace)
    const site = await openSiteEnvironment({ secretsNeeded: false })
    try {
      checkKey(manifest, site)
      await step(
        'Database',
        () => restoreDatabase(site, manifest, draft, replace),
        () => `${manifest.tables.length} tables, every count as in the backup`,
      )
      await step(
        'Files',
        () => restoreFiles(draft, dataFolder, manifest),
        () => `${manifest.files} files`,
      )
    } finally {
      await site.release()
    }
  } finally {
    await rm(draft, { recursive: true, force: true })
    claim.giveUp()
  }
})

async function checked(draft: string, file: string): Promise<Manifest> {
  const manifest = await readManifest(draft).catch(() => null)
  if (manifest?.format !== 1) throw new Sentence(`${file} is no backup of Xueshi, or one of a later version.`)
  const known = new Set((await readMigrations()).map(({ name }) => name))
  const unknown = manifest.migrations.filter((migration) => !known.has(migration))
  if (unknown.length > 0) throw new Sentence(`The backup was made by a later version: ${unknown.join(', ')} is not known here.`)
  return manifest
}

/** The keys come first: the site makes its own where there are none. */
async function restoreSecrets(draft: string, dataFolder: string, replace: boolean): Promise<void> {
  const from = join(draft, 'secrets')
  if (process.env.DATABASE_URL || !existsSync(from)) return
  const to = privateFolder(join(dataFolder, 'secrets'))
  if (existsSync(join(to, 'data-key')) && !replace) {
    throw new Sentence(`${dataFolder} has keys and data of its own. To put the backup in their place: npm run restore -- FILE --replace`)
  }
  await cp(from, to, { recursive: true, force: true })
}

function checkKey({ dataKeyMark }: Manifest, site: SiteEnvironment): void {
  const own = markOfKey(site.variables.XUESHI_DATA_KEY ?? process.env.XUESHI_DATA_KEY)
  if (own && dataKeyMark && own !== dataKeyMark) {
    throw new Sentence('The personal numbers of the backup were encrypted with another XUESHI_DATA_KEY than this; they could not be read.')
  }
}

async function restoreDatabase(site: SiteEnvironment, manifest: Manifest, draft: string, replace: boolean): Promise<void> {
  const load = async (url: string) => {
    // To the backup's own migrations, then its rows, then what has come since: a migration may change rows.
    const migrations = await readMigrations()
    await applyMigrations(
      url,
      migrations.filter(({ name }) => manifest.migrations.includes(name)),
    )
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    const client = await pool.connect()
    try {
      await loadTables(client, manifest.tables, (table) => join(draft, 'tables', `${table}.copy`))
    } finally {
      client.release()
      await pool.end()
    }
    await applyMigrations(url, migrations)
  }
  if (site.embedded) return draftDatabase(site.embedded, site.ownerUrl, replace, load)
  if (!(await isEmptyDatabase(site.ownerUrl))) {
    if (!replace)
      throw new Sentence('The database of DATABASE_URL is not empty. To put the backup in its place: npm run restore -- FILE --replace')
    const [schema] = await execute(site.ownerUrl, 'SELECT quote_ident(current_schema()) AS name')
    await execute(site.ownerUrl, `DROP SCHEMA ${schema?.name} CASCADE`, `CREATE SCHEMA ${schema?.name}`)
  }
  await load(site.ownerUrl)
}

async function restoreFiles(draft: string, dataFolder: string, { files }: Manifest): Promise<void> {
  const from = join(draft, 'files')
  if (!existsSync(from)) return
  const entries = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  if (entries.length !== files) throw new Sentence(`The archive holds ${entries.length} files, and its manifest says ${files}.`)
  const to = join(dataFolder, 'files')
  await cp(from, privateFolder(dirname(join(to, 'x'))), { recursive: true, force: true })
}
