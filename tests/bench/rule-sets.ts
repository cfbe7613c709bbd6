import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Actor } from '@/lib/access/types'
import { Worker } from '@/lib/cli/worker-process'
import { db, pool } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { askImpact } from '@/lib/server/impact/ask-impact'
import { editFigure } from '@/lib/server/rule-draft/edit-figure'
import { publishDraft } from '@/lib/server/rule-draft/publish-draft'
import { startDraft } from '@/lib/server/rule-draft/start-draft'
import { readMyYear } from '@/lib/server/year/read-my-year'
import { NOW } from './reads'
import { type BenchRow, rounded, timed } from './row'
import type { ScaleActors } from './scale-actors'

const YEAR = 2025

function administrator(): Actor {
  return { accountId: newId(), personId: null, role: 'administrator', grantId: null, organizationId: null, regionCode: null }
}

/** A draft that makes a training day worth so much: it touches almost everybody. */
async function draftOf(actor: Actor, hours: string): Promise<{ id: string; version: number }> {
  const base = await db.ruleSetVersion.findFirstOrThrow({ where: { code: 'anhui-2025' } })
  const { id } = await startDraft(actor, { base: base.id, title: 'bench', effectiveYear: YEAR }, { now: new Date() })
  const basis = { clause: 'M12.10', status: 'legible', document: 'bench' } as const
  await editFigure(actor, { id, version: 1, key: 'training', value: hours, ...basis }, { now: new Date() })
  await editFigure(actor, { id, version: 2, key: 'award.national', value: '80', ...basis }, { now: new Date() })
  return { id, version: 3 }
}

/** A draft run over everybody, and everybody recounted after publishing; then recounted back, so that the scale data stay as they were. */
export async function benchRuleSets({ practitioner }: ScaleActors): Promise<BenchRow[]> {
  const [one, other] = [administrator(), administrator()]
  const people = await db.person.count()
  const of = `of ${people.toLocaleString('en')} people`
  // The site's own worker process, with what it is given there.
  const processes: number[] = []
  const worker = new Worker('start', {}, (pid) => processes.push(pid))
  const waits: number[] = []
  const page = setInterval(async () => waits.push(await timed(() => readMyYear(practitioner, YEAR, NOW))), 200)
  try {
    await untilIdle() // what an earlier run may have left
    const stricter = await draftOf(one, '5')
    await askImpact(one, { id: stricter.id, years: [String(YEAR)] }, { now: new Date() })
    await untilIdle()
    const changed = await db.impactChange.count({ where: { job: { ruleSetId: stricter.id } } })
    await publishDraft(other, { ...stricter, effectiveYear: YEAR, certifiedStay: 'yes' }, { now: new Date() })
    await untilIdle()
    clearInterval(page)
    waits.sort((a, b) => a - b)
    const back = await draftOf(one, '6')
    await publishDraft(other, { ...back, effectiveYear: YEAR, certifiedStay: 'yes' }, { now: new Date() })
    await untilIdle()
    return [
      {
        name: `impact of a draft, ${of}`,
        value: rounded(await secondsOf(stricter.id, 'impact')),
        unit: `s, ${changed.toLocaleString('en')} years change`,
        target: '300,000: ≤ 60 s',
      },
      {
        name: `recount after publishing, ${of}`,
        value: rounded(await secondsOf(stricter.id, 'recompute')),
        unit: 's',
        target: '300,000: ≤ 60 s',
      },
      { name: 'memory of the worker at most', value: peakOf(processes), unit: 'MB', target: '≤ 500' },
      {
        name: 'my year, read meanwhile',
        value: rounded(waits[Math.floor(waits.length * 0.5)] ?? 0),
        unit: `ms, ${rounded(waits[Math.floor(waits.length * 0.95)] ?? 0)} at the 95th`,
        target: 'usable',
      },
    ]
  } finally {
    clearInterval(page)
    await worker.stop()
  }
}

const PATIENCE_MS = 600_000

async function untilIdle(): Promise<void> {
  for (let waited = 0; (await db.job.count({ where: { finishedAt: null } })) > 0; waited += 100) {
    if (waited > PATIENCE_MS) throw new Error('the worker does not come to an end')
    await setTimeout(100)
  }
}

async function secondsOf(ruleSetId: string, kind: string): Promise<number> {
  const { rows } = await pool.query<{ seconds: number; failure: string | null }>(
    'SELECT extract(epoch FROM finished_at - started_at)::float8 AS seconds, failure FROM job WHERE rule_set_id = $1 AND kind = $2',
    [ruleSetId, kind],
  )
  if (!rows[0] || rows[0].failure) throw new Error(`the ${kind} failed: ${rows[0]?.failure}`)
  return rows[0].seconds
}

/** The most that the worker ever held, as Linux counts it; elsewhere it is not measured. */
function peakOf(pids: readonly number[]): number | string {
  const peaks = pids.flatMap((pid) => {
    try {
      return [Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])]
    } catch {
      return []
    }
  })
  return peaks.length > 0 ? rounded(Math.max(...peaks) / 1024) : 'not measured'
}
