import 'server-only'
import type { Actor } from '@/lib/access/types'
import { isEditable, statesWhere } from '@/lib/workflow/ask'
import type { RecordState } from '@/lib/workflow/states'
import { db } from '../db'
import { notFound } from '../errors'
import { readSettings } from '../settings'
import { creditYears, type RecordContent } from './content'
import { recordDetails } from './details'
import { day } from './load-for-decision'
import type { EvidenceItem } from './read-record'
import { recordScope } from './scope'
import { firstOpenStep, type Step, stepsOf } from './steps'

export interface Draft {
  id: string
  state: RecordState
  version: number
  content: RecordContent
  evidence: EvidenceItem[]
  steps: Step[]
  firstOpen: Step
  /** The open credit years it may count in. */
  possibleYears: number[]
  filing: FilingChoice | null
  platforms: { code: string; name: string }[]
}

export interface FilingChoice {
  id: string
  number: string | null
  title: string
  startsOn: string
  endsOn: string
  approvedOn: string
}

/** A draft or returned record for its form; what is handed in is not to be edited and is not found here. */
export async function readDraft(actor: Actor, id: string): Promise<Draft> {
  const row = await db.hourRecord.findFirst({
    where: { AND: [{ id }, recordScope(actor, 'record_edit')] },
    select: {
      id: true,
      state: true,
      version: true,
      category: true,
      option: true,
      subject: true,
      title: true,
      assessment: true,
      organizer: true,
      place: true,
      startedOn: true,
      completedOn: true,
      details: true,
      creditedIn: true,
      filingId: true,
      year: true,
      filing: { select: filingSelect },
      evidence: { where: { removedAt: null }, select: { id: true, fileName: true, mediaType: true, bytes: true }, orderBy: { id: 'asc' } },
    },
  })
  if (!row || !isEditable(row.state)) throw notFound()
  const { filing, evidence, id: recordId, state, version, ...rest } = row
  const content: RecordContent = {
    ...rest,
    details: recordDetails.parse(row.details),
    startedOn: day(row.startedOn),
    completedOn: day(row.completedOn),
  }
  const [settings, platforms] = await Promise.all([
    readSettings(),
    content.category === 'courseware'
      ? db.platform.findMany({ select: { code: true, name: true }, orderBy: [{ code: 'asc' }, { fromOn: 'desc' }] })
      : [],
  ])
  return {
    id: recordId,
    state,
    version,
    content,
    evidence,
    steps: stepsOf(content),
    firstOpen: firstOpenStep(content, evidence.length),
    possibleYears: creditYears(content).filter((year) => settings.openYears.includes(year)),
    filing: filing ? filingChoice(filing) : null,
    platforms: [...new Map(platforms.map((platform) => [platform.code, platform])).values()],
  }
}

const filingSelect = { id: true, number: true, title: true, startsOn: true, endsOn: true, approvedOn: true } as const

interface FilingRow {
  id: string
  number: string | null
  title: string
  startsOn: Date
  endsOn: Date
  approvedOn: Date | null
}

function filingChoice(row: FilingRow): FilingChoice {
  return { ...row, startsOn: day(row.startsOn) ?? '', endsOn: day(row.endsOn) ?? '', approvedOn: day(row.approvedOn) ?? '' }
}

const SHOWN = 10

/** Trainings of the register to choose from: by name or number; without words those that were held on the record's days. */
export async function findFilings(words: string, content: Pick<RecordContent, 'startedOn' | 'completedOn'>): Promise<FilingChoice[]> {
  const { startedOn, completedOn } = content
  const held =
    startedOn && completedOn
      ? { startsOn: { lte: new Date(`${completedOn}T00:00:00Z`) }, endsOn: { gte: new Date(`${startedOn}T00:00:00Z`) } }
      : {}
  const matches = {
    OR: [{ title: { contains: words, mode: 'insensitive' as const } }, { number: { contains: words, mode: 'insensitive' as const } }],
  }
  const rows = await db.filing.findMany({
    where: { state: { in: statesWhere('filing', 'register') }, approvedOn: { not: null }, ...(words ? matches : held) },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: filingSelect,
  })
  return rows.map(filingChoice)
}
