import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Locale } from '@/lib/i18n/locales'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import { fill } from '../print/printed-words'
import { readMessages } from '../runtime/messages'
import { writeWorkbook } from '../workbook/write-workbook'
import { loadTraining } from './load-training'
import { isWrong, ROSTER_COLUMNS, rowProblems } from './row-problems'
import { reportedTrainings } from './scope'

const WIDTHS = { name: 14, number: 24, days: 12, result: 16, completedOn: 16 } as const
const BLANK_ROWS = 300

/** The workbook to fill in for a training: headings and empty rows whose cells are text, and a sheet that says how. */
export async function writeTemplate(actor: Actor, filing: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
  const training = await loadTraining(filing, reportedTrainings(actor))
  const t = await words(locale)
  const explanations = (['name', 'number', 'days', 'result', 'completedOn'] as const).map((column) => [
    t(`column.${column}`),
    t(`explain.${column}`, { days: training.days, from: training.startsOn, to: training.endsOn }),
  ])
  const general = ['rows', 'whole', 'private'].map((key) => [t('explain.note'), t(`explain.${key}`)])
  const bytes = await writeWorkbook([
    {
      name: t('sheet.roster'),
      columns: ROSTER_COLUMNS.map((column) => ({ head: t(`column.${column}`), width: WIDTHS[column], text: column !== 'days' })),
      rows: [],
      blank: BLANK_ROWS,
    },
    {
      name: t('sheet.how'),
      columns: [
        { head: t('sheet.column'), width: 16 },
        { head: t('sheet.explanation'), width: 80 },
      ],
      rows: [[t('sheet.training'), training.title], ...explanations, ...general],
    },
  ])
  return { name: `${t('file.templateName')}.xlsx`, bytes }
}

/** The rows of one's own draft that have to be put right, each with where and why. Numbers stay masked: they stand in the provider's own file. */
export async function writeProblems(actor: Actor, rosterId: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
  const roster = await db.roster.findFirst({
    where: { id: rosterId, state: { in: statesIn('roster', 'being_made') }, filing: reportedTrainings(actor) },
    select: {
      rows: {
        where: { NOT: { problems: { equals: [] } } },
        orderBy: { line: 'asc' },
        select: {
          line: true,
          name: true,
          numberMask: true,
          days: true,
          daysTyped: true,
          result: true,
          completedOn: true,
          problems: true,
        },
      },
    },
  })
  if (!roster) throw notFound()
  const t = await words(locale)
  const said = await words(locale, 'errors.field.roster')
  const rows = roster.rows.flatMap((row) => {
    const cells = [row.name, row.numberMask, row.days === null ? row.daysTyped : String(Number(row.days)), row.result, day(row.completedOn)]
    return rowProblems
      .parse(row.problems)
      .filter(isWrong)
      .map(({ code, column, values }) => [row.line, t(`column.${column}`), said(code, values), ...cells])
  })
  const bytes = await writeWorkbook([
    {
      name: t('sheet.problems'),
      columns: [
        { head: t('head.line'), width: 8 },
        { head: t('sheet.column'), width: 14 },
        { head: t('head.problem'), width: 60 },
        ...ROSTER_COLUMNS.map((column) => ({ head: t(`column.${column}`), width: WIDTHS[column], text: true })),
      ],
      rows,
    },
  ])
  return { name: `${t('file.problemsName')}.xlsx`, bytes }
}

type Words = (key: string, values?: Record<string, string | number>) => string

/** Sentences without plurals: what goes into a workbook is put into their places as it is. */
async function words(locale: Locale, namespace = 'roster'): Promise<Words> {
  const messages = await readMessages(locale)
  const at = (path: string) =>
    path.split('.').reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], messages)
  return (key, values = {}) => fill(String(at(`${namespace}.${key}`)), values)
}
