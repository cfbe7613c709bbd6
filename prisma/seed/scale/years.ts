import { competentBureau } from '@/lib/access/routing'
import { plainDate } from '@/lib/calendar/plain-date'
import { maskName } from '@/lib/i18n/mask-name'
import { certificateNumber } from '@/lib/numbers/certificate-number'
import type { YearResult } from '@/lib/rules/types'
import { certificateContent, provisionalLines } from '@/lib/server/certificate/certificate-content'
import { qrText, signCertificate } from '@/lib/server/certificate/jws'
import { newCheckCode } from '@/lib/server/certificate/new-numbers'
import { evaluatePersonYear, yearInputs } from '@/lib/server/ledger/ledgers'
import { rulesAtHand } from '@/lib/server/rule-set/in-force'
import { env } from '@/lib/server/runtime/env'
import { countsHours } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import type { Filings } from './filings'
import type { ScalePerson } from './people'
import type { Office, Places } from './places'
import type { ScaleRecord } from './records'
import type { ScaleTables } from './tables'

const YEAR = 2025
const REQUESTED = new Date('2025-11-06T01:00:00Z')
const REVIEWED = new Date('2025-11-07T01:00:00Z')
const CERTIFIED = new Date('2025-11-10T01:00:00Z')
const ISSUED_ON = plainDate('2025-11-10')
const REASON = '按市局暂行意见确认'

export interface YearSeedContext {
  tables: ScaleTables
  key: () => string
  filings: Filings
  places: Places
  certificateTitle: string
  certificateFooting: string
  platforms: ReadonlyMap<string, string>
}

/** Writes the person's year with its ledger, events and certificate; returns how often the ledger was written. */
export async function yearOf(person: ScalePerson, records: readonly ScaleRecord[], context: YearSeedContext): Promise<number> {
  const { tables, key } = context
  const registered = records.filter(({ state }) => countsHours(state)).map(({ ledger }) => ledger)
  // for a revoked record the ledger was written twice: at its registration and at its revocation
  const revoked = records.filter(({ columns }) => columns.registered_at !== null).length - registered.length
  if (registered.length + revoked === 0) return 0
  const result = evaluatePersonYear(
    { transferredInOn: null, transferredFrom: null, rules: rulesAtHand() },
    YEAR,
    yearInputs(registered, YEAR),
    null,
  )
  const bureau = bureauOf(person)
  const history = result.met ? historyOf(person, bureau.authorityFirst !== null) : []
  const id = key()
  const last = history.at(-1)
  const writes = registered.length + 2 * revoked
  const route = { region_code: bureau.regionCode, route_clause: bureau.clause, authority_id: bureau.authorityFirst }
  tables.year.add({
    ...{ id, person_id: person.id, year: YEAR, state: last?.[2] ?? 'open', version: writes + history.length },
    ...{ ...result.totals, met: result.met, rule_set: result.ruleSet, result, choice_id: last ? result.choice.selected : null },
    ...(last ? { ...route, employer_id: person.employer?.id ?? null, requested_at: REQUESTED } : {}),
    ...{ due_provisional: false, certified_at: last?.[0] === 'certify' ? CERTIFIED : null, created_at: REQUESTED, changed_at: REQUESTED },
  })
  const certifier = context.places.reviewers.get(bureau.regionCode)
  if (!certifier) throw new RangeError('no bureau certifies there')
  for (const [event, from, to, at] of history) {
    const by = actorOf(event, person, certifier, context.places)
    tables.event.add({
      ...{ id: key(), stream: 'year', stream_id: id, event, from_state: from, to_state: to, at, data: {} },
      ...{ actor_id: by.accountId, actor_role: by.role, office_id: by.organizationId },
    })
  }
  if (last?.[0] === 'certify') await certify(person, id, records, result, certifier, context)
  return writes
}

function bureauOf(person: ScalePerson) {
  const { employer, titleSeries, titleLevel } = person
  return competentBureau({
    employmentKind: employer?.kind ?? 'freelance',
    unitLevel: employer?.unitLevel ?? null,
    regionCode: employer?.regionCode ?? person.office,
    authorityId: employer?.authorityId ?? null,
    titleSeries,
    titleLevel,
    applyingThisYear: false,
  })
}

type YearStep = [event: 'request' | 'authority_review' | 'certify', from: YearState, to: YearState, at: Date]

/** Of ten years that are met six are certified, two are requested, two are open. */
function historyOf({ index }: ScalePerson, authority: boolean): YearStep[] {
  const requested: YearStep = ['request', 'open', 'requested', REQUESTED]
  const reviewed: YearStep[] = authority ? [['authority_review', 'requested', 'authority_reviewed', REVIEWED]] : []
  const remainder = index % 10
  if (remainder < 2) return []
  if (remainder < 4) return remainder === 2 ? [requested] : [requested, ...reviewed]
  return [requested, ...reviewed, ['certify', authority ? 'authority_reviewed' : 'requested', 'certified', CERTIFIED]]
}

function actorOf(event: YearStep[0], person: ScalePerson, certifier: Office, places: Places) {
  if (event === 'certify') return certifier.actor
  const authority = places.authorities.find(({ id }) => id === person.employer?.authorityId)
  if (event === 'authority_review' && authority) return authority.actor
  return { accountId: person.accountId, role: 'practitioner' as const, organizationId: null }
}

async function certify(
  person: ScalePerson,
  yearId: string,
  records: readonly ScaleRecord[],
  result: YearResult,
  certifier: Office & { name: string },
  { tables, key, filings, platforms, certificateTitle, certificateFooting }: YearSeedContext,
): Promise<void> {
  const regionCode = bureauOf(person).regionCode
  const number = certificateNumber({ year: YEAR, regionCode, serial: person.index + 1 })
  const code = newCheckCode()
  const open = provisionalLines(result)
  const { total, professional, public: publicHours } = result.totals
  const hours = { total, professional, public: publicHours }
  const jws = await signCertificate({
    number,
    code,
    name: maskName(person.name),
    year: YEAR,
    hours,
    issuer: certifier.name,
    date: ISSUED_ON,
  })
  const text = qrText(env().XUESHI_SITE_URL, code, jws)
  const printed = records.map(({ ledger, category, columns }) => ({
    id: ledger.id,
    title: columns.title,
    category,
    option: ledger.option,
    organizer: columns.organizer,
    details: ledger.details,
    completedOn: ledger.completedOn,
    filingNumber: filings.byId.get(columns.filing_id ?? '')?.number ?? null,
    platformName: ledger.details.platform ? (platforms.get(ledger.details.platform) ?? null) : null,
  }))
  const { name, idNumberMask, titleSeries, titleName } = person
  const content = certificateContent(
    YEAR,
    result,
    printed,
    { name, idNumberMask, employer: person.employer?.name ?? '', titleSeries, titleName },
    {
      title: certificateTitle,
      footing: certificateFooting,
      number,
      issuer: certifier.name,
      issuedOn: ISSUED_ON,
      checkAddress: text.slice(0, text.indexOf('#')).replace(/^https?:\/\//, ''),
      qrText: text,
      selfSigned: true,
      confirmedBecause: open.length > 0 ? REASON : null,
    },
  )
  const id = key()
  tables.certificate.add({
    ...{ id, kind: 'year', person_id: person.id, year_id: yearId, state: 'valid', version: 1, number, code, content, jws },
    ...{ issued_at: CERTIFIED, changed_at: CERTIFIED },
  })
  tables.event.add({
    ...{
      id: key(),
      stream: 'certificate',
      stream_id: id,
      event: 'issue',
      from_state: null,
      to_state: 'valid',
      at: CERTIFIED,
      data: { number, year: YEAR },
    },
    ...{ actor_id: certifier.actor.accountId, actor_role: certifier.actor.role, office_id: certifier.actor.organizationId },
  })
  tables.certification.add({
    ...{ id: key(), year_id: yearId, certified_by: certifier.actor.accountId, bureau_id: certifier.id, certified_at: CERTIFIED },
    ...{
      confirmed: open.map(({ id: recordId, clause, status }) => ({ recordId, clause, status })),
      reason: open.length > 0 ? REASON : null,
    },
  })
}
