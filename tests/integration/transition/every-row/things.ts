import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { ruleSetFor, ruleSets } from '@/lib/rules/rule-sets'
import type { RecordInput, YearResult } from '@/lib/rules/types'
import type { CertificateRequest } from '@/lib/server/certificate/types'
import { newId } from '@/lib/server/database/ids'
import { type EvaluatedTerm, evaluateTermFor } from '@/lib/server/ledger/evaluate-term'
import type { RegisteredRecord } from '@/lib/server/ledger/types'
import { encryptPersonal } from '@/lib/server/security/personal-number'
import type { Inserts } from '@/lib/server/transition/plan'
import type { EffectInputs, Step } from '@/lib/server/transition/step'
import type { RowOf } from '@/lib/server/transition/tables'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { Machine, StateOf } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import { type MadePerson, noon } from '@/tests/builders/city'
import { commitDirectly, type DirectWrite } from '@/tests/builders/commit'
import { contextOf, type Walk } from './walks'
import { makeSomebody, NOW, type World } from './world'

/** What a walk starts from. */
export interface Thing {
  id: string
  person: MadePerson
  step: Step
  context: TransitionContext
}

/** What the fixtures of all machines are made of. */
interface Given {
  world: World
  walk: Walk
  context: TransitionContext
  person: MadePerson
  id: string
}
/** The row that is written where the walk begins with nothing, or from which it starts; what the use case sets beside; other rows. */
interface Made<M extends Machine> {
  row: RowOf<M>
  set?: object
  beside?: readonly DirectWrite[]
  inserts?: Inserts
  certificate?: CertificateRequest
}

const BEFORE = noon('2025-09-12')
/** A day that it was due by, so that it is seen to be written or cleared. */
const OVERDUE = { due_on: '2025-09-19', due_provisional: true } as const
let serial = 0

/** A person, the thing in the state that the walk starts from, and a year that is certified with a certificate, or is the thing itself. */
export async function makeThing(world: World, walk: Walk): Promise<Thing> {
  const person = await makeSomebody()
  const actor = walk.who.actor(world, person)
  const given: Given = { world, walk, person, context: contextOf(walk, actor), id: newId() }
  const { row, set, beside = [], inserts: others = {}, certificate } = MAKE[walk.machine](given) as Made<Machine>
  const { machine, from } = walk
  const here = from === null ? [] : [{ machine, id: given.id, from: null, event: walk.row.event, to: from, row } as DirectWrite]
  const { writes, request } = isCertifiable(machine) ? { writes: [], request: undefined } : certifiedYear(given, countedBeside(given))
  await commitDirectly(world.actors.county, [...writes, ...beside, ...here], BEFORE, { inserts: others })
  const step = {
    machine,
    id: given.id,
    from,
    event: walk.row.event,
    context: given.context,
    ...(from === null ? { row } : { version: 1, set: set ?? {} }),
    // Every effect has what it works on: what is not declared is not done all the same.
    ...inputs(given, certificate ?? request),
    data: ({ due }: { due: { on: string } | null }) => ({ due: due?.on ?? null }),
  } as unknown as Step
  return { id: given.id, person, step, context: given.context }
}

function isCertifiable(machine: Machine): boolean {
  return machine === 'year' || machine === 'term' || machine === 'certificate'
}

function inputs({ world, person, id, walk }: Given, certificate: CertificateRequest | undefined): EffectInputs {
  return {
    record: registeredRecord(id, person),
    job: {
      id: newId(),
      kind: 'recompute',
      payload: {},
      created_by: newId(),
      created_at: NOW,
      done: 0,
      counts: {},
      attempts: 0,
      finished_at: NOW,
    },
    concern: {
      personId: person.personId,
      employerId: world.employer,
      creatorId: world.creator,
      filerId: world.filer,
      machine: walk.machine,
      ...(walk.machine === 'record' ? { recordId: id } : {}),
    },
    mail: {
      contact: { contactKind: 'email', contactCipher: encryptPersonal('objector@example.com') },
      template: 'objection_decided',
      values: {},
    },
    ...(certificate ? { certificate } : {}),
  }
}

// A year: an exam (90 hours, M12.8), and where the walk's own record counts, a national conference (10 hours, M12.conference).

function registeredRecord(id: string, { personId }: MadePerson): RegisteredRecord {
  const dates = { startedOn: '2025-06-11', completedOn: '2025-06-12', registeredAt: BEFORE }
  const what = { year: 2025, category: 'conference', option: 'national', subject: 'professional', details: { presented: false } } as const
  return { id, personId, ...what, ...dates, achievement: null, creditedIn: null, filing: null }
}

function countedBeside({ walk, id }: Given): RecordInput[] {
  if (walk.machine !== 'record' || walk.from === null || !isInGroup('record', walk.from as StateOf<'record'>, 'counts')) return []
  return [
    {
      id,
      completedOn: plainDate('2025-06-12'),
      category: 'conference',
      option: 'national',
      subject: 'professional',
      presented: false,
    } as RecordInput,
  ]
}

interface Year {
  yearId: string
  examId: string
  result: YearResult
  figures: Omit<RowOf<'year'>, 'person_id'>
}

function yearOf(beside: readonly RecordInput[], yearId = newId(), examId = newId()): Year {
  const exam = { id: examId, completedOn: plainDate('2025-05-10'), category: 'exam' } as RecordInput
  const ruleSet = ruleSetFor(2025, ruleSets)
  const result = evaluateYear({ kind: 'year', year: 2025, person: {}, records: [exam, ...beside] }, { ruleSet })
  const { total, professional, public: common } = result.totals
  return {
    yearId,
    examId,
    result,
    figures: { year: 2025, total, professional, public: common, met: result.met, rule_set: ruleSet.id, result },
  }
}

/** A request as it stands before its bureau, with a day that it should be answered by. */
function requestColumns({ world }: Given) {
  const { organizationId } = world.actors.authority
  const route = { region_code: '341202', route_clause: 'N6.2', employer_id: world.employer, authority_id: organizationId }
  return { ...route, requested_at: BEFORE, ...OVERDUE }
}

function examWrite({ person }: Given, { examId }: Year): DirectWrite {
  const row: RowOf<'record'> = {
    ...recordRow(person),
    category: 'exam',
    option: null,
    subject: null,
    started_on: null,
    completed_on: '2025-05-10',
    hours: 90,
    registered_at: BEFORE,
    path: 'bureau',
  }
  return { machine: 'record', id: examId, from: null, event: 'verify', to: 'registered', row }
}

function certificateRow({ person }: Given, of: { year_id: string } | { term_id: string }): RowOf<'certificate'> {
  serial += 1
  const kind = 'year_id' in of ? 'year' : 'term'
  const content = { lines: [], provisionalNote: null }
  return { kind, ...of, person_id: person.personId, number: `证${serial}`, code: `C${serial}`, content, jws: '-', issued_at: BEFORE }
}

function certifiedYear(given: Given, beside: readonly RecordInput[]): { writes: DirectWrite[]; request: CertificateRequest } {
  const year = yearOf(beside)
  const { yearId, result, figures } = year
  const row = { ...figures, ...requestColumns(given), person_id: given.person.personId, certified_at: BEFORE }
  return {
    writes: [
      examWrite(given, year),
      { machine: 'year', id: yearId, from: null, event: 'certify', to: 'certified', row },
      { machine: 'certificate', id: newId(), from: null, event: 'issue', to: 'valid', row: certificateRow(given, { year_id: yearId }) },
    ],
    request: { of: 'year', yearId, personId: given.person.personId, year: 2025, result, confirmed: null },
  }
}

// The things

function recordRow({ personId, accountId }: MadePerson): RowOf<'record'> {
  return {
    person_id: personId,
    year: 2025,
    category: 'conference',
    option: 'national',
    subject: 'professional',
    title: '院内急救学术会议',
    assessment: '合格',
    organizer: '省医学会',
    place: '合肥',
    started_on: '2025-06-11',
    completed_on: '2025-06-12',
    details: { presented: false },
    identifiers: [],
    appeals_used: 0,
    hours: 10,
    created_by: accountId,
    created_role: 'practitioner',
  }
}

function batchRow({ world, person }: Given): RowOf<'batch'> {
  serial += 1
  const period = { opened_on: '2025-09-08', starts_on: '2025-09-09', ends_on: '2025-09-15', working_days: 5, provisional: false }
  const what = { organization_id: world.employer, year: 2025, number: serial, in_public: true, by_bureau: false, contact: '人事科' }
  return { ...what, ...period, created_by: person.accountId }
}

const CORRECTION = { title: '更正后的名称', option: 'provincial', hours: 8 }
const EDITABLE: readonly string[] = [...statesIn('record', 'editable'), ...statesIn('record', 'withdrawn')]

function makeRecord({ walk, context, person, ...given }: Given): Made<'record'> {
  const batchId = newId()
  const beside: DirectWrite[] = [
    { machine: 'batch', id: batchId, from: null, event: 'open', to: 'open', row: batchRow({ walk, context, person, ...given }) },
  ]
  // What a roster or an import brings has no path yet; the transition gives it one.
  if (walk.from === null) return { row: recordRow(person) }
  const state = walk.from as StateOf<'record'>
  const row: RowOf<'record'> = {
    ...recordRow(person),
    path: EDITABLE.includes(state) ? null : (context.path ?? null),
    escalated_at: context.inBureauHands ? BEFORE : null,
    appealed_from: context.appealedFrom ?? null,
    appeals_used: context.appealsUsed ?? 0,
    batch_id: isInGroup('record', state, 'publicity_board') ? batchId : null,
    ...OVERDUE,
    waiting_since: BEFORE,
    registered_at: isInGroup('record', state, 'counts') ? BEFORE : null,
  }
  // The returned have had one; the constraint asks for it.
  if (state === 'returned') row.path = context.path ?? null
  const set = { ...(walk.row.event === 'publicize' ? { batch_id: batchId } : {}), ...(walk.row.event === 'correct' ? CORRECTION : {}) }
  return { row, set, beside }
}

function makeObjection(given: Given): Made<'objection'> {
  const { person, world } = given
  const [recordId, batchId] = [newId(), newId()]
  const record = { ...recordRow(person), path: 'employer', batch_id: batchId, organization_id: world.employer } as const
  return {
    row: {
      record_id: recordId,
      batch_id: batchId,
      reason: '不属实',
      contact_kind: 'email',
      contact_cipher: encryptPersonal('objector@example.com'),
      contact_mask: 'o***@example.com',
      objector_name: '知情人',
      code_hash: Buffer.alloc(32),
      ...(given.walk.from === null ? {} : OVERDUE),
    },
    beside: [
      { machine: 'batch', id: batchId, from: null, event: 'open', to: 'open', row: batchRow(given) },
      { machine: 'record', id: recordId, from: null, event: 'object', to: 'objected', row: record },
    ],
  }
}

function filingRow({ world, person }: Given): RowOf<'filing'> {
  return {
    provider_id: world.filer,
    authority_id: world.actors.authority.organizationId,
    region_code: '341202',
    title: '知识产权研修班',
    content: '政策与案例',
    target_group: '',
    teachers: '',
    place: '阜阳',
    starts_on: '2025-10-20',
    ends_on: '2025-10-22',
    days: 3,
    outside: false,
    outside_body: '',
    organizer: '',
    file_ids: [],
    due_on: '2025-10-20',
    created_by: person.accountId,
  }
}

/** A year in its state, with its certificate where it has one. */
function makeYear(given: Given): Made<'year'> {
  const { walk, person, id } = given
  const year = yearOf([], id)
  const state = walk.from as StateOf<'year'> | null
  const request = state === null ? {} : requestColumns(given)
  const beside: DirectWrite[] = [examWrite(given, year)]
  if (state && isInGroup('year', state, 'certified'))
    beside.push({
      machine: 'certificate',
      id: newId(),
      from: null,
      event: 'issue',
      to: 'valid',
      row: certificateRow(given, { year_id: id }),
    })
  return {
    row: { ...year.figures, ...request, person_id: person.personId },
    beside,
    certificate: { of: 'year', yearId: id, personId: person.personId, year: 2025, result: year.result, confirmed: null },
  }
}

/** A term over two years: one on paper, one certified here, whose certificate is not the term's. */
function makeTerm(given: Given): Made<'term'> {
  const { walk, person, id } = given
  const { personId } = person
  const state = walk.from as StateOf<'term'> | null
  const { writes, request } = certifiedYear(given, [])
  const paperId = newId()
  const paper = { id: paperId, year: 2024, state: 'verified', total: 90, professional: 60 } as const
  const year = { id: request.of === 'year' ? request.yearId : '', year: 2025, state: 'certified', total: 90, professional: 60 } as const
  const span = { from: plainDate('2024-01-01'), to: plainDate('2025-12-31') }
  const evaluated = evaluateTermFor(span, [year], [paper], ruleSets) as EvaluatedTerm
  const columns = { from_on: span.from, to_on: span.to, result: evaluated, met: evaluated.met, appointment_id: null }
  const beside: DirectWrite[] = [
    ...writes,
    {
      machine: 'historic',
      id: paperId,
      from: null,
      event: 'verify',
      to: 'verified',
      row: { person_id: personId, year: 2024, total: 90, professional: 60 },
    },
  ]
  if (state && isInGroup('term', state, 'certified'))
    beside.push({
      machine: 'certificate',
      id: newId(),
      from: null,
      event: 'issue',
      to: 'valid',
      row: certificateRow(given, { term_id: id }),
    })
  return {
    row: { ...columns, ...(state === null ? {} : requestColumns(given)), person_id: personId },
    beside,
    certificate: { of: 'term', termId: id, personId, evaluated, confirmed: null },
  }
}

/** Of a certified year that has no other. */
function makeCertificate(given: Given): Made<'certificate'> {
  const { writes, request } = certifiedYear(given, [])
  const yearId = request.of === 'year' ? request.yearId : ''
  return {
    row: certificateRow(given, { year_id: yearId }),
    beside: writes.filter(({ machine }) => machine !== 'certificate'),
    certificate: request,
  }
}

function ruleSetRow({ person }: Given): RowOf<'rule_set'> {
  serial += 1
  const code = `draft-${serial}`
  const content = { ...ruleSetFor(2025, ruleSets), id: code, fromYear: 2099 }
  return { code, title: '试行标准', effective_year: 2099, content, sources: {}, editors: [person.accountId] }
}

function makeRoster(given: Given): Made<'roster'> {
  const filingId = newId()
  return {
    row: { filing_id: filingId, source: 'file', row_count: 1, created_by: given.person.accountId },
    beside: [{ machine: 'filing', id: filingId, from: null, event: 'approve', to: 'filed', row: filingRow(given) }],
  }
}

function makeHistoric({ person: { personId, accountId } }: Given): Made<'historic'> {
  const scan = {
    id: newId(),
    person_id: personId,
    storage_key: newId(),
    file_name: '登记表.pdf',
    media_type: 'application/pdf',
    bytes: 1,
    sha256: Buffer.alloc(32),
  }
  const placed = { evidence_id: scan.id, region_code: '341202', route_clause: 'N6.2', entered_at: BEFORE }
  return {
    row: { person_id: personId, year: 2019, total: 90, professional: 60, ...placed },
    inserts: { evidence: [{ ...scan, uploaded_by: accountId, uploaded_at: BEFORE }] },
  }
}

const MAKE: { readonly [M in Machine]: (given: Given) => Made<M> } = {
  record: makeRecord,
  batch: (given) => ({ row: batchRow(given) }),
  objection: makeObjection,
  filing: (given) => ({ row: filingRow(given) }),
  year: makeYear,
  term: makeTerm,
  certificate: makeCertificate,
  case: ({ person, world, walk }) => ({
    row: {
      kind: 'missing',
      person_id: person.personId,
      reason: '名单中没有我',
      organization_id: world.filer,
      region_code: '341202',
      ...(walk.from === null ? {} : OVERDUE),
    },
  }),
  rule_set: (given) => ({ row: ruleSetRow(given) }),
  roster: makeRoster,
  historic: makeHistoric,
}
