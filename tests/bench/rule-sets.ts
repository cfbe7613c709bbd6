import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/db'
import { newId } from '@/lib/server/ids'
import { askImpact } from '@/lib/server/impact/ask-impact'
import { JOB_HANDLERS } from '@/lib/server/job/handlers'
import { runOneJob } from '@/lib/server/job/run-jobs'
import { editFigure } from '@/lib/server/rule-set/edit-figure'
import { publishDraft } from '@/lib/server/rule-set/publish-draft'
import { startDraft } from '@/lib/server/rule-set/start-draft'
import { type BenchRow, rounded, timed } from './row'

const never = new AbortController().signal
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
export async function benchRuleSets(): Promise<BenchRow[]> {
  const [one, other] = [administrator(), administrator()]
  const people = await db.person.count()
  const of = `of ${people.toLocaleString('en')} people`
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  try {
    await runAll() // what an earlier run may have left
    const stricter = await draftOf(one, '5')
    await askImpact(one, { id: stricter.id, years: [String(YEAR)] }, { now: new Date() })
    const impact = await timed(runAll)
    const changed = await db.impactChange.count({ where: { job: { ruleSetId: stricter.id } } })
    await publishDraft(other, { ...stricter, effectiveYear: YEAR, certifiedStay: 'yes' }, { now: new Date() })
    const recompute = await timed(runAll)
    const back = await draftOf(one, '6')
    await publishDraft(other, { ...back, effectiveYear: YEAR, certifiedStay: 'yes' }, { now: new Date() })
    await runAll()
    return [
      {
        name: `impact of a draft, ${of}`,
        value: rounded(impact / 1000),
        unit: `s, ${changed.toLocaleString('en')} years change`,
        target: '300,000: ≤ 60 s',
      },
      { name: `recount after publishing, ${of}`, value: rounded(recompute / 1000), unit: 's', target: '300,000: ≤ 60 s' },
      { name: 'memory at most', value: rounded(peak / 2 ** 20), unit: 'MB', target: '≤ 500' },
    ]
  } finally {
    clearInterval(watch)
  }
}

async function runAll(): Promise<void> {
  while (await runOneJob(JOB_HANDLERS, never)) {}
}
