/**
 * A second reading of the rules, written from their description alone and importing nothing of the product. It is slow on
 * purpose: days are listed one by one, hours are handed out a tenth at a time, every question is asked of all records.
 */

export interface PlainRecord {
  id: string
  category: string
  completedOn: string
  option?: string
  author?: string
  achievement?: string
  creditedIn?: number
  subject?: string
  presented?: boolean
  startedOn?: string
  days?: number
  filing?: { approvedOn: string }
  times?: number
  unitApproved?: boolean
  platform?: string
  labelledHours?: number
  courses?: number
  hours?: number
  certificate?: string
  decision?: string
}

export interface PlainYear {
  kind: 'year'
  year: number
  ruleSet?: string
  settings?: { oneOptionScope?: string; conversionAllocation?: string }
  person?: { transferredIn?: { date: string; from?: string } }
  choice?: string
  records: PlainRecord[]
}

export interface PlainTerm {
  kind: 'term'
  from: string
  to: string
  years: { year: number; total: number; professional: number }[]
  settings?: { denyAtShare?: number; warnAtShare?: number }
}

type Certainty = 'legible' | 'partial' | 'provisional'

/** option → [hours, certainty]; as the page on the regulation has it, line by line. */
const WORTH: Record<string, { clause: string; by: Record<string, [number, Certainty]> }> = {
  award: {
    clause: 'M12.award',
    by: { national: [90, 'provisional'], provincial: [60, 'provisional'], municipal: [30, 'provisional'] },
  },
  patent: {
    clause: 'M12.patent',
    by: { invention: [60, 'provisional'], utility: [20, 'provisional'], design: [20, 'provisional'], software: [20, 'provisional'] },
  },
  'paper first': { clause: 'M12.paper', by: { indexed: [60, 'provisional'], core: [40, 'provisional'], other: [20, 'partial'] } },
  'paper other': { clause: 'M12.paper', by: { indexed: [30, 'provisional'], core: [20, 'provisional'], other: [10, 'provisional'] } },
  book: { clause: 'M12.book', by: { sole: [90, 'provisional'], joint: [50, 'partial'] } },
  project: {
    clause: 'M12.project',
    by: {
      'national-lead': [90, 'provisional'],
      'national-member': [60, 'provisional'],
      'provincial-lead': [60, 'provisional'],
      'provincial-member': [40, 'provisional'],
      'municipal-lead': [40, 'provisional'],
      'municipal-member': [20, 'provisional'],
    },
  },
  standard: {
    clause: 'M12.standard',
    by: {
      national: [60, 'provisional'],
      industry: [40, 'provisional'],
      provincial: [40, 'provisional'],
      municipal: [20, 'provisional'],
      group: [20, 'provisional'],
    },
  },
  conference: {
    clause: 'M12.conference',
    by: { national: [10, 'provisional'], provincial: [8, 'provisional'], municipal: [6, 'provisional'] },
  },
  exam: { clause: 'M12.8', by: { '-': [90, 'legible'] } },
  degree: {
    clause: 'M12.9',
    by: { bachelor: [90, 'legible'], master: [90, 'legible'], doctor: [90, 'legible'], 'below-bachelor': [90, 'legible'] },
  },
  training: { clause: 'M12.10', by: { '-': [6, 'legible'] } },
  teaching: { clause: 'M12.11', by: { '-': [5, 'legible'] } },
  courseware: { clause: 'M12.12', by: { '-': [1, 'legible'] } },
  elsewhere: { clause: 'M12.z', by: { '-': [1, 'legible'] } },
  other: { clause: 'N4.7', by: { '-': [1, 'partial'] } },
}

const CONVERTED = 'award patent paper book project standard exam degree'.split(' ')

/** code | subjects | first day | last day */
const REGISTER = `
ahou        | public              | 2025-01-01 | 2026-05-31
aust        | public              | 2025-01-01 | 2026-05-31
zjzx-2024   | public              | 2024-05-01 | 2025-05-31
fuyang-base | public professional | 2025-01-01 | 9999-12-31`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

function worthOf(r: PlainRecord): { clause: string; each: number; certainty: Certainty } {
  const row = WORTH[r.category === 'paper' ? `paper ${r.author ?? 'first'}` : r.category]
  const cell = row?.by[r.option ?? '-']
  if (!row || !cell) throw new Error(`the oracle knows no ${r.category} ${r.option}`)
  return { clause: row.clause, each: cell[0], certainty: cell[1] }
}

/** Tenths of an hour from the number's decimal digits, never through a multiplication of fractions. */
function tenths(value: number): bigint {
  const [whole = '0', part = ''] = String(value).split('.')
  return BigInt(whole) * 10n + BigInt(part.slice(0, 1) || '0')
}

function hours(count: bigint): number {
  return Number(`${count / 10n}.${count % 10n}`)
}

function worthInTenths(r: PlainRecord): bigint {
  const each = BigInt(worthOf(r).each)
  if (r.category === 'training') return each * tenths(r.days ?? 0)
  if (r.category === 'teaching') return each * tenths(r.times ?? 0)
  if (r.category === 'courseware') return each * tenths(r.labelledHours ?? r.courses ?? 1)
  if (r.category === 'elsewhere' || r.category === 'other') return each * tenths(r.hours ?? 0)
  return each * 10n + (r.presented ? 50n : 0n)
}

const following = new Map<string, string>()

function nextDay(day: string): string {
  let next = following.get(day)
  if (next === undefined) {
    const at = new Date(`${day}T12:00:00Z`)
    at.setUTCDate(at.getUTCDate() + 1)
    next = at.toISOString().slice(0, 10)
    following.set(day, next)
  }
  return next
}

function eachDay(from: string, to: string): string[] {
  const all: string[] = []
  for (let day = from; day <= to; day = nextDay(day)) all.push(day)
  return all
}

function converted(r: PlainRecord): boolean {
  return CONVERTED.includes(r.category)
}

function sameThing(a: PlainRecord, b: PlainRecord): boolean {
  return converted(a) && converted(b) && (a.achievement ?? a.id) === (b.achievement ?? b.id)
}

function earlier(a: PlainRecord, b: PlainRecord): boolean {
  return a.completedOn < b.completedOn || (a.completedOn === b.completedOn && a.id < b.id)
}

function ownTrouble(r: PlainRecord, input: PlainYear): string | null {
  const publicStudy = !converted(r) && r.subject === 'public'
  const inYear = r.completedOn.startsWith(`${input.year}-`)
  const inExtension = publicStudy && input.year === 2025 && r.completedOn.startsWith('2026-') && r.completedOn.slice(5) <= '05-31'
  if (!inYear && !inExtension) return 'outside_credit_year'
  const transfer = input.person?.transferredIn?.date
  if (transfer && r.completedOn < transfer && r.category !== 'elsewhere') return 'before_transfer'
  if (r.category === 'training') {
    if ((r.days ?? 0) > eachDay(r.startedOn ?? '', r.completedOn).length) return 'days_exceed_span'
    const filedInTime = r.filing !== undefined && r.filing.approvedOn <= (r.startedOn ?? '')
    if (r.subject === 'professional' && !filedInTime) return 'filing_missing'
  }
  if (r.category === 'courseware') {
    const known = REGISTER.some(
      ([code, subjects = '', from = '', to = '']) =>
        code === r.platform && subjects.split(' ').includes(r.subject ?? '') && from <= r.completedOn && r.completedOn <= to,
    )
    if (!known) return 'platform_not_recognised'
  }
  if (r.category === 'teaching' && !r.unitApproved) return 'unit_approval_missing'
  if (r.category === 'degree' && r.option === 'below-bachelor') return 'degree_below_bachelor'
  return null
}

const OUTCOMES: Record<string, string> = {
  outside_credit_year: 'out_of_year',
  credited_in_other_year: 'duplicate',
  same_achievement: 'duplicate',
  another_option_chosen: 'not_chosen',
  public_courseware_cap: 'capped',
}

interface Fate {
  r: PlainRecord
  trouble: string | null
  professional: bigint
  public: bigint
}

/** The fates after all gates and the rule that an achievement is credited once, before one option is chosen. */
function standing(input: PlainYear): Fate[] {
  const elsewhere = (r: PlainRecord) => r.creditedIn !== undefined && r.creditedIn !== input.year
  const gated = input.records.map((r) => ({ r, trouble: ownTrouble(r, input) }))
  const credited = gated.map(({ r, trouble }) => ({
    r,
    trouble: trouble ?? (input.records.some((o) => elsewhere(o) && (o === r || sameThing(o, r))) ? 'credited_in_other_year' : null),
  }))
  return credited.map(({ r, trouble }) => {
    const outdone = credited.some(({ r: o, trouble: t }) => {
      if (t !== null || o === r || !sameThing(o, r)) return false
      const [theirs, ours] = [worthInTenths(o), worthInTenths(r)]
      return theirs > ours || (theirs === ours && earlier(o, r))
    })
    return { r, trouble: trouble ?? (outdone ? 'same_achievement' : null), professional: 0n, public: 0n }
  })
}

function alone(r: PlainRecord): bigint {
  const all = worthInTenths(r)
  return r.category === 'courseware' && r.subject === 'public' && all > 300n ? 300n : all
}

function optionFates(input: PlainYear, fates: Fate[]): Fate[] {
  const scope = input.settings?.oneOptionScope ?? 'achievements'
  const candidates = fates.filter((f) => f.trouble === null && (scope === 'all' || converted(f.r)))
  const ranked: Fate[] = []
  // The best of the rest, again and again.
  while (candidates.length > 0) {
    const best = candidates.reduce((a, b) => {
      if (alone(a.r) !== alone(b.r)) return alone(a.r) > alone(b.r) ? a : b
      return earlier(b.r, a.r) ? b : a
    })
    ranked.push(...candidates.splice(candidates.indexOf(best), 1))
  }
  return ranked
}

/** The ids that `choice` may name, the recommended first. */
export function oracleOptions(input: PlainYear): string[] {
  return optionFates(input, standing(input)).map((f) => f.r.id)
}

export function oracleYear(input: PlainYear): object {
  const fates = standing(input)
  const options = optionFates(input, fates)
  const single = (input.settings?.oneOptionScope ?? 'achievements') !== 'same_achievement'
  const selected = single ? (options.find((f) => f.r.id === input.choice) ?? options[0]) : undefined
  if (single) for (const f of options) if (f !== selected) f.trouble = 'another_option_chosen'

  let professional = 0n
  let publicHours = 0n
  const give = (f: Fate, subject: string | undefined) => {
    if (subject === 'public') {
      f.public += 1n
      publicHours += 1n
    } else {
      f.professional += 1n
      professional += 1n
    }
  }

  let coursewareLeft = 300
  const attended = fates.filter((f) => f.trouble === null && !converted(f.r))
  for (const f of attended.sort((a, b) => (earlier(a.r, b.r) ? -1 : 1))) {
    const limited = f.r.category === 'courseware' && f.r.subject === 'public'
    for (let n = worthInTenths(f.r); n > 0n; n -= 1n) {
      if (limited && coursewareLeft === 0) f.trouble = 'public_courseware_cap'
      else give(f, f.r.subject)
      if (limited && coursewareLeft > 0) coursewareLeft -= 1
    }
  }

  const allocation = input.settings?.conversionAllocation ?? 'professional_first'
  for (const f of options.filter((o) => o.trouble === null && converted(o.r))) {
    for (let n = worthInTenths(f.r); n > 0n; n -= 1n) {
      if (allocation === 'professional_only') give(f, 'professional')
      else if (allocation === 'professional_first' && professional < 600n) give(f, 'professional')
      else give(f, publicHours < 300n ? 'public' : 'professional')
    }
  }

  const missing = (needed: bigint, got: bigint) => (got >= needed ? 0 : hours(needed - got))
  const all = professional + publicHours
  return {
    ruleSet: 'anhui-2025',
    year: input.year,
    required: { total: 90, professional: 60, public: null },
    totals: { total: hours(all), professional: hours(professional), public: hours(publicHours) },
    shortfall: { total: missing(900n, all), professional: missing(600n, professional), public: 0 },
    met: all >= 900n && professional >= 600n,
    choice: {
      selected: selected?.r.id ?? null,
      recommended: single ? (options[0]?.r.id ?? null) : null,
      options: options.map((f) => ({ id: f.r.id, hours: hours(alone(f.r)) })),
    },
    lines: fates.map((f) => ({
      id: f.r.id,
      hours: hours(worthInTenths(f.r)),
      counted: hours(f.professional + f.public),
      professional: hours(f.professional),
      public: hours(f.public),
      outcome: f.trouble === null ? 'counted' : (OUTCOMES[f.trouble] ?? 'not_recognised'),
      reason: f.trouble,
      clause: worthOf(f.r).clause,
      status: worthOf(f.r).certainty,
    })),
    warnings: [
      { code: 'overlapping_days', records: overlapping(fates) },
      {
        code: 'provisional_figure',
        records: fates.filter((f) => f.professional + f.public > 0n && worthOf(f.r).certainty !== 'legible').map((f) => f.r.id),
      },
    ].filter((warning) => warning.records.length > 0),
  }
}

function overlapping(fates: Fate[]): string[] {
  const trainings = fates.filter((f) => f.r.category === 'training' && f.professional + f.public > 0n).map((f) => f.r)
  const spans = new Map(trainings.map((r) => [r.id, eachDay(r.startedOn ?? '', r.completedOn)]))
  const shares = (a: PlainRecord, b: PlainRecord) => a !== b && (spans.get(a.id) ?? []).some((day) => spans.get(b.id)?.includes(day))
  return trainings.filter((r) => trainings.some((o) => shares(r, o))).map((r) => r.id)
}

/** The calendar years of a term, counted day by day. */
export function oracleTermYears(term: PlainTerm): number[] {
  const days = new Map<number, number>()
  for (const day of eachDay(term.from, term.to)) days.set(Number(day.slice(0, 4)), (days.get(Number(day.slice(0, 4))) ?? 0) + 1)
  const counted = [...days.entries()].filter(([, n]) => n >= 183).map(([year]) => year)
  const first = Number(term.from.slice(0, 4))
  const last = Number(term.to.slice(0, 4))
  const twoHalves = first !== last && days.get(first) === 183 && days.get(last) === 183
  return twoHalves ? counted.filter((year) => year !== last) : counted
}

export function oracleTerm(term: PlainTerm): object {
  const years = oracleTermYears(term)
  const n = BigInt(years.length)
  const of = (year: number, what: 'total' | 'professional') => tenths(term.years.find((y) => y.year === year)?.[what] ?? 0)
  const total = years.reduce((all, year) => all + of(year, 'total'), 0n)
  const professional = years.reduce((all, year) => all + of(year, 'professional'), 0n)
  const most = years.reduce((a, b) => (of(b, 'total') > of(a, 'total') ? b : a))
  const reaches = (share: number) => {
    const [whole = '0', part = ''] = share.toFixed(12).split('.')
    return of(most, 'total') * 10n ** 12n >= BigInt(whole + part) * n * 900n
  }
  const rush =
    years.length < 2
      ? null
      : reaches(term.settings?.denyAtShare ?? 1)
        ? 'deny'
        : reaches(term.settings?.warnAtShare ?? 0.75)
          ? 'warn'
          : null
  const short = total < n * 900n || professional < n * 600n
  return {
    years,
    required: { total: years.length * 90, professional: years.length * 60 },
    totals: { total: hours(total), professional: hours(professional) },
    average: { total: hours(total / n), professional: hours(professional / n) },
    met: !short && rush !== 'deny',
    rush,
    rushYear: rush ? most : null,
    outcome: short ? 'short' : rush === 'deny' ? 'rushed' : 'met',
  }
}
