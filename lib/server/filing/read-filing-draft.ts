import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import type { FilingState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { changeOf, type FilingContent, missingOf, problemsOf } from './content'
import { loadEditable } from './editable'
import { type FilingAuthority, readFilingAuthorities } from './read-authorities'
import type { FilingFileItem } from './read-filing'
import { type FilingStep, filingStepsOf, firstOpenFilingStep } from './steps'

export interface FilingDraft {
  id: string
  state: FilingState
  version: number
  outside: boolean
  /** The training is on file: a change of it is prepared. */
  changing: boolean
  /** As it will be handed in, and as it is on file. */
  content: FilingContent
  inForce: FilingContent
  files: FilingFileItem[]
  steps: FilingStep[]
  /** Where it goes on. */
  open: FilingStep
  /** What is still to be said, the file among it. */
  missing: string[]
  /** What does not fit together as it stands: a draft may have waited past its own days. */
  wrong: string[]
  /** A change says nothing new so far. */
  unchanged: boolean
  authorities: FilingAuthority[]
  today: PlainDate
}

/** What is being written, for the pages of the form. */
export async function readFilingDraft(actor: Actor, id: string, now: Date): Promise<FilingDraft> {
  const filing = await loadEditable(actor, id, now)
  const { outside, changing, changed, content } = filing
  const [authorities, found] = await Promise.all([
    readFilingAuthorities(filing.regionCode),
    db.filingFile.findMany({
      where: { id: { in: changed.fileIds }, filingId: id },
      select: { id: true, fileName: true, mediaType: true, bytes: true },
      orderBy: { id: 'asc' },
    }),
  ])
  const today = dateInShanghai(now)
  const missing = missingOf(changed, outside)
  const over = !outside && !changing && changed.endsOn < today ? ['endsOn'] : []
  return {
    ...{ id, state: filing.state, version: filing.version, outside, changing, content: changed, inForce: content, authorities, today },
    files: found,
    steps: filingStepsOf(outside),
    open: firstOpenFilingStep(missing, found.length, outside),
    missing: [...missing, ...(found.length === 0 ? ['file'] : [])],
    wrong: [...Object.keys(problemsOf(changed, { outside, changing, today })), ...over],
    unchanged: changing && JSON.stringify(changeOf(changed)) === JSON.stringify(changeOf(content)),
  }
}
