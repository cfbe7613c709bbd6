import 'server-only'
import type { Actor } from '@/lib/access/types'
import { isEditable, isInGroup } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { db } from '../../database/db'
import { day } from '../../database/plain-dates'
import { notFound } from '../../input/errors'
import { recordDetails } from '../../ledger/record-details'
import { readSettings } from '../../runtime/settings'
import { creditYears, type RecordContent } from '../content'
import type { EvidenceItem } from '../read-record'
import { type Return, readReturn } from '../read-return'
import { recordScope } from '../scope'
import { type FilingBeside, filingBeside, filingBesideSelect, registeredTraining } from './filing-beside'
import { type PlatformChoice, platformOf } from './platform-choices'
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
  filing: FilingBeside | null
  platform: PlatformChoice | null
  /** Why it came back, while it is to be corrected. */
  returned: Return | null
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
      filing: { select: filingBesideSelect },
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
  const [settings, returned] = await Promise.all([readSettings(), isInGroup('record', state, 'returned') ? readReturn(recordId) : null])
  return {
    id: recordId,
    state,
    version,
    content,
    evidence,
    steps: stepsOf(content),
    firstOpen: firstOpenStep(content, evidence.length),
    possibleYears: creditYears(content).filter((year) => settings.openYears.includes(year)),
    filing: filing ? filingBeside(registeredTraining(filing), content) : null,
    platform: platformOf(content),
    returned,
  }
}
