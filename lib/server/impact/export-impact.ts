import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { forbidden, notFound } from '../input/errors'
import { harmless } from '../workbook/write-workbook'
import { type ImpactSearch, readImpactChanges } from './read-impact'
import type { Direction } from './run-impact'

const AT_ONCE = 2_000

export interface ExportWords {
  heads: readonly [
    name: string,
    employer: string,
    year: string,
    totalBefore: string,
    proBefore: string,
    totalAfter: string,
    proAfter: string,
    what: string,
  ]
  direction: (direction: Direction) => string
}

/**
 * Everybody whose year a draft changes, as lines of a CSV file that Excel opens as it is: too many people for a workbook in memory. Who took
 * it is kept in the audit. Throws `forbidden`, or `not_found` where there is no such run.
 */
export async function exportImpact(
  actor: Actor,
  jobId: string,
  search: Omit<ImpactSearch, 'after'>,
  { words, locale }: { words: ExportWords; locale: Locale },
  now: Date,
): Promise<AsyncGenerator<string>> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  if (!(await db.job.findFirst({ where: { id: jobId, kind: 'impact' }, select: { id: true } }))) throw notFound()
  await writeAudit(actor, { act: 'impact_export', subject: 'job', subjectId: jobId, data: { ...search } }, now)
  return lines(actor, jobId, search, words, locale)
}

async function* lines(
  actor: Actor,
  jobId: string,
  search: Omit<ImpactSearch, 'after'>,
  words: ExportWords,
  locale: Locale,
): AsyncGenerator<string> {
  // Without the mark at the beginning Excel takes UTF-8 for something else.
  yield `\uFEFF${line(words.heads)}`
  const hours = (amount: number) => formatNumber(amount, locale)
  let after: ImpactSearch['after'] = null
  do {
    const { rows, last }: Awaited<ReturnType<typeof readImpactChanges>> = await readImpactChanges(
      actor,
      jobId,
      { ...search, after },
      AT_ONCE,
    )
    yield rows
      .map(({ name, employer, year, before, after: then, direction }) =>
        line([
          ...[name, employer ?? '', String(year)],
          ...[before.total, before.professional, then.total, then.professional].map(hours),
          words.direction(direction),
        ]),
      )
      .join('')
    after = last
  } while (after)
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}
