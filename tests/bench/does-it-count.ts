import { plainDate } from '@/lib/calendar/plain-date'
import { pool } from '@/lib/server/database/db'
import { readRegister } from '@/lib/server/filing/read-register'
import { findRecognised } from '@/lib/server/recognition/find-recognised'
import { scansOf } from './plans'
import { type BenchRow, medianOf, rounded } from './row'
import type { ScaleActors } from './scale-actors'
import { statementsOf } from './statements'

const FILINGS = 100_000
const RUNS = 30
const ON = plainDate('2025-11-18')
/** A common word, a rare one, one character, several words, a number, a provider, and a name that nothing has. */
const WORDS = ['研修班', '针灸', '课', '护理 骨干', '测〔2025〕54321号', '培训中心', '没有这个名称']

/** "Is it recognised?" over as many filings as a province has in years; they are made for this and gone afterwards. */
export async function benchRecognition({ county }: ScaleActors): Promise<BenchRow[]> {
  await addFilings(county.accountId ?? '')
  try {
    const rows: BenchRow[] = []
    for (const q of WORDS)
      rows.push(...(await measured(`recognition over ${FILINGS} filings: ${q}`, () => findRecognised(q, ON, 'professional'))))
    const register = (q: string) => () => readRegister({ q, time: null, region: null, after: null }, ON)
    for (const q of WORDS) rows.push(...(await measured(`register of ${FILINGS} filings: ${q}`, register(q))))
    return rows
  } finally {
    await pool.query(`DELETE FROM filing WHERE number LIKE '测〔2025〕%号'`)
  }
}

async function measured(name: string, ask: () => Promise<unknown>): Promise<BenchRow[]> {
  const scans = [...new Set((await Promise.all((await statementsOf(ask)).map(scansOf))).flat())]
  const row = { name, value: rounded(await medianOf(RUNS, ask)), unit: 'ms', target: '≤ 20' }
  return scans.length === 0 ? [row] : [row, { name: '  reads whole tables', value: scans.join(', '), unit: '', target: 'none' }]
}

/** Four years of filings, some ninety a day, of a few hundred names; one in a thousand is about something rare. */
async function addFilings(createdBy: string): Promise<void> {
  await pool.query(
    `INSERT INTO filing (id, state, version, number, provider_id, region_code, title, content, target_group, teachers, place, starts_on, ends_on, days,
        outside, approved_on, created_by, created_at, changed_at)
      SELECT gen_random_uuid(), 'filed', 4, '测〔2025〕' || n || '号', NULL, '341202',
        (ARRAY['基层', '骨干', '青年', '新入职', '中高级'])[1 + n % 5] || (ARRAY['护理', '急救', '检验', '教师', '会计', '建筑', '水利', '农技'])[1 + n % 8]
          || CASE WHEN n % 1000 = 0 THEN '针灸' ELSE '' END || (ARRAY['人员研修班', '能力提升研修班', '知识更新研修班', '课程研修班'])[1 + n % 4] || ' 第' || n || '期',
        '', '', '', '', date '2024-01-01' + (n * 7919) % 1460, date '2024-01-01' + (n * 7919) % 1460 + n % 5, 1 + n % 5,
        false, date '2024-01-01' + (n * 7919) % 1460 - 14 + n % 20, $1, now(), now()
      FROM generate_series(1, ${FILINGS}) n`,
    [createdBy],
  )
}
