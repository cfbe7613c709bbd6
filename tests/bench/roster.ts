import type { Actor } from '@/lib/access/types'
import { db, pool } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { confirmRoster } from '@/lib/server/roster/confirm-roster'
import { readRoster } from '@/lib/server/roster/read-roster'
import { uploadRoster } from '@/lib/server/roster/upload-roster'
import { decryptPersonal } from '@/lib/server/security/personal-number'
import { openWorkbook } from '@/lib/server/workbook/open-workbook'
import { makeTraining, rosterFile } from '../builders/trainings'
import { type BenchRow, timed } from './row'

const NOW = { now: new Date('2025-11-18T02:00:00Z') }
const ROWS = 5000

/** A roster of five thousand people: its file read, kept as a draft that was checked against everybody, shown, and made into records. */
export async function benchRoster(): Promise<BenchRow[]> {
  const provider = await providerOf()
  // A number of its own: the scale data stay for the next measurements.
  const filing = await makeTraining(provider, { number: `FYBA-2025-${newId()}` })
  const bytes = await rosterFile(await lines())
  const search = { show: null, roster: null, after: null }
  const reading = await timed(() => openWorkbook(bytes, { mostRows: ROWS }))
  const uploading = await timed(() => uploadRoster(provider.officer, { filing, fileName: 'x.xlsx', bytes, locale: 'zh-CN' }, NOW))
  const showing = await timed(() => readRoster(provider.officer, filing, search, NOW.now))
  const { draft } = await readRoster(provider.officer, filing, search, NOW.now)
  if (!draft || draft.wrong > 0) throw new Error(`the roster of the bench has ${draft?.wrong ?? 'no'} wrong rows`)
  const confirming = await timed(() => confirmRoster(provider.officer, { roster: draft.id, version: draft.version }, NOW))
  const row = (name: string, took: number, target: string): BenchRow => ({ name, value: Math.round(took), unit: 'ms', target })
  return [
    row(`read a workbook of ${ROWS} rows`, reading, '≤ 1000'),
    row(`upload it: read, look everybody up, keep the draft`, uploading, '≤ 3000'),
    row('show the draft', showing, '≤ 200'),
    row(`confirm it: ${ROWS} records, proofs, events, notifications`, confirming, '≤ 10000'),
  ]
}

async function lines(): Promise<(string | number | null)[][]> {
  const { rows } = await pool.query<{ name: string; cipher: Buffer }>(
    'SELECT name, id_number_cipher AS cipher FROM person ORDER BY id LIMIT $1',
    [ROWS],
  )
  return rows.map(({ name, cipher }) => [name, decryptPersonal(cipher), 5, '合格', null])
}

async function providerOf(): Promise<{ id: string; officer: Actor }> {
  const [id, accountId, grantId] = [newId(), newId(), newId()]
  const at = NOW.now
  await db.organization.create({
    data: { id, kind: 'provider', name: `培训机构 ${id.slice(-6)}`, regionCode: '341202', unitLevel: 'county', createdAt: at },
  })
  await db.account.create({
    data: { id: accountId, loginName: `bench${id.slice(-12)}`, displayName: '培训机构', passwordHash: '-', createdAt: at },
  })
  await db.roleGrant.create({ data: { id: grantId, accountId, role: 'provider_officer', organizationId: id, grantedAt: at } })
  return { id, officer: { accountId, personId: null, role: 'provider_officer', grantId, organizationId: id, regionCode: '341202' } }
}
