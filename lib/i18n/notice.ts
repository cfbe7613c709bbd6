interface Hours {
  total: number
  professional: number
}

/** What a notification is about: the values that its text and its link need. */
export interface NoticeConcern {
  recordId?: string | undefined
  filingId?: string | undefined
  caseId?: string | undefined
  yearId?: string | undefined
  termId?: string | undefined
  historicId?: string | undefined
  title?: string | undefined
  category?: string | undefined
  year?: number | undefined
  machine?: string | undefined
  /** Of a year whose hours were changed by new rules: the name of the rules, and the hours before and after. */
  rules?: string | undefined
  before?: Hours | undefined
  after?: Hours | undefined
}

export interface Notice {
  kind: string
  concern: NoticeConcern
  /** The person concerned, in a notification to an office; null in one to the person. */
  personName: string | null
}

/** Looks up the message with a full key (`notices.record`) and fills in the values; null where there is no such message. */
export type Translate = (key: string, values?: Record<string, string>) => string | null

/** The text of a notification in one sentence: what it is about and what happened. */
export function noticeSentence({ kind, concern, personName }: Notice, translate: Translate): string {
  const machine = concern.machine ?? (concern.recordId ? 'record' : 'year')
  const event = translate(`states.event.${machine}.${kind}`) ?? translate(`notices.kinds.${kind}`) ?? kind
  const sentence = withSubject(concern, event, translate)
  return personName === null ? sentence : (translate('notices.of', { name: personName, sentence }) ?? sentence)
}

function withSubject(
  { title, category, year, recordId, termId, historicId, rules, before, after }: NoticeConcern,
  event: string,
  translate: Translate,
): string {
  if (rules && before && after && year !== undefined) {
    const hours = ({ total, professional }: Hours) =>
      translate('notices.hours', { total: String(total), professional: String(professional) }) ?? String(total)
    return translate('notices.rulesChanged', { year: String(year), rules, before: hours(before), after: hours(after) }) ?? rules
  }
  if (title) return translate('notices.titled', { title, event }) ?? event
  if (recordId || category) {
    const kind = category ? (translate(`terms.category.${category}`) ?? '') : ''
    return translate('notices.untitled', { category: kind, event }) ?? event
  }
  if (year === undefined) return event
  const values = { year: String(year), event }
  if (termId) return translate('notices.term', values) ?? event
  return translate(historicId ? 'notices.historic' : 'notices.year', values) ?? event
}

/** The path of the page to which the notification links for the person concerned. */
export function personsPlace({ recordId, caseId, termId, historicId, year }: NoticeConcern): string {
  if (caseId) return `/my/cases/${caseId}`
  if (recordId) return `/my/records/${recordId}`
  if (historicId) return `/my/history/${historicId}`
  if (termId) return '/my/term'
  return year === undefined ? '/my' : `/my?year=${year}`
}
