interface Hours {
  total: number
  professional: number
}

/** What a notification is about, as far as its sentence and its link need it. */
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
  /** Of a year that new rules changed: what they are called, what the hours were and what they are. */
  rules?: string | undefined
  before?: Hours | undefined
  after?: Hours | undefined
}

export interface Notice {
  kind: string
  concern: NoticeConcern
  /** Of whom it speaks, where an office is told. */
  personName: string | null
}

/** The words of a full key (`notices.record`), its places filled in; null where there are none. */
export type Wording = (key: string, values?: Record<string, string>) => string | null

/** One sentence: what it is about, then what happened. */
export function noticeSentence({ kind, concern, personName }: Notice, word: Wording): string {
  const machine = concern.machine ?? (concern.recordId ? 'record' : 'year')
  const event = word(`states.event.${machine}.${kind}`) ?? word(`notices.kinds.${kind}`) ?? kind
  const sentence = aboutOf(concern, event, word)
  return personName === null ? sentence : (word('notices.of', { name: personName, sentence }) ?? sentence)
}

function aboutOf(
  { title, category, year, recordId, termId, historicId, rules, before, after }: NoticeConcern,
  event: string,
  word: Wording,
): string {
  if (rules && before && after && year !== undefined) {
    const hours = ({ total, professional }: Hours) =>
      word('notices.hours', { total: String(total), professional: String(professional) }) ?? String(total)
    return word('notices.rulesChanged', { year: String(year), rules, before: hours(before), after: hours(after) }) ?? rules
  }
  if (title) return word('notices.titled', { title, event }) ?? event
  if (recordId || category) {
    const kind = category ? (word(`terms.category.${category}`) ?? '') : ''
    return word('notices.untitled', { category: kind, event }) ?? event
  }
  if (year === undefined) return event
  const values = { year: String(year), event }
  if (termId) return word('notices.term', values) ?? event
  return word(historicId ? 'notices.historic' : 'notices.year', values) ?? event
}

/** Where it leads the person whom it concerns. */
export function personsPlace({ recordId, caseId, termId, historicId, year }: NoticeConcern): string {
  if (caseId) return `/my/cases/${caseId}`
  if (recordId) return `/my/records/${recordId}`
  if (historicId) return `/my/history/${historicId}`
  if (termId) return '/my/term'
  return year === undefined ? '/my' : `/my?year=${year}`
}
