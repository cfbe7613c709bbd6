import type { PlainRecord, PlainTerm, PlainYear } from './oracle'

/** A stream of random choices; the same seed gives the same stream. */
export interface Dice {
  below(n: number): number
  chance(share: number): boolean
  of<T>(values: readonly T[]): T
}

/** mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (share) => next() < share,
    of: (values) => {
      if (values.length === 0) throw new Error('nothing to choose from')
      return values[below(values.length)] as (typeof values)[number]
    },
  }
}

const OPTIONS: Record<string, string[]> = {
  award: ['national', 'provincial', 'municipal'],
  patent: ['invention', 'utility', 'design', 'software'],
  paper: ['indexed', 'core', 'other'],
  book: ['sole', 'joint'],
  project: ['national-lead', 'national-member', 'provincial-lead', 'provincial-member', 'municipal-lead', 'municipal-member'],
  standard: ['national', 'industry', 'provincial', 'municipal', 'group'],
  exam: [],
  degree: ['bachelor', 'master', 'doctor', 'below-bachelor', 'below-bachelor'],
}
const ATTENDED = [
  'conference',
  'training',
  'training',
  'training',
  'teaching',
  'courseware',
  'courseware',
  'courseware',
  'elsewhere',
  'other',
]

/** Ids that sort differently by code unit than by letter, by number or by code point. */
const IDS = ['a', 'B', 'b', 'r10', 'r2', 'é', '论文', '\u{1f600}', '\uff5e', '__proto__', 'constructor', ' ', 'x.y', '0', '00', 'Z', 'z']

/** A day of one fortnight of the year: such records get in each other's way. */
function crowdedDay(roll: Dice, year: number): string {
  return `${year}-04-${10 + roll.below(14)}`
}

export function randomDay(roll: Dice, year: number): string {
  const edge = roll.below(12)
  if (edge === 0) return `${year}-01-01`
  if (edge === 1) return `${year}-12-31`
  if (edge === 2) return `${year - 1}-12-31`
  if (edge === 3) return `${year + 1}-01-01`
  if (edge === 4) return roll.of([`${year + 1}-05-31`, `${year + 1}-06-01`, `${year}-05-31`, `${year}-06-01`])
  const at = new Date(Date.UTC(year, 0, 1 + roll.below(edge === 5 ? 540 : 60)))
  return at.toISOString().slice(0, 10)
}

function before(roll: Dice, day: string, most: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - roll.below(most))
  return at.toISOString().slice(0, 10)
}

function inTenths(roll: Dice, most: number): number {
  return (1 + roll.below(most * 10)) / 10
}

function randomRecord(roll: Dice, id: string, year: number, crowded: boolean): PlainRecord {
  const common: PlainRecord = { id, category: '', completedOn: crowded ? crowdedDay(roll, year) : randomDay(roll, year) }
  if (roll.chance(0.12)) common.creditedIn = roll.of([year, year, year - 1, year + 1])
  if (roll.chance(0.45)) {
    const category = roll.of(Object.keys(OPTIONS))
    const options = OPTIONS[category] ?? []
    const record: PlainRecord = { ...common, category }
    if (options.length > 0) record.option = roll.of(options)
    if (roll.chance(0.5)) record.achievement = roll.of(['p', 'q', 'a', 'B'])
    if (category === 'paper' && roll.chance(0.6)) record.author = roll.of(['first', 'other'])
    return record
  }
  const record: PlainRecord = { ...common, category: roll.of(ATTENDED), subject: roll.of(['public', 'professional']) }
  switch (record.category) {
    case 'conference':
      record.option = roll.of(['national', 'provincial', 'municipal'])
      if (roll.chance(0.6)) record.presented = roll.chance(0.5)
      break
    case 'training':
      record.startedOn = before(roll, record.completedOn, 8)
      record.days = (1 + roll.below(14)) / 2
      if (roll.chance(0.8))
        record.filing = { approvedOn: roll.of([before(roll, record.completedOn, 12), before(roll, record.startedOn, 3)]) }
      break
    case 'teaching':
      record.times = 1 + roll.below(6)
      record.unitApproved = roll.chance(0.75)
      break
    case 'courseware':
      if (roll.chance(0.6)) record.subject = 'public'
      record.platform = roll.of(['ahou', 'ahou', 'aust', 'zjzx-2024', 'fuyang-base', 'fuyang-base', 'nowhere', 'AHOU', 'constructor'])
      if (roll.chance(0.7)) record.labelledHours = roll.chance(0.3) ? roll.of([10, 15, 20, 30, 30.1]) : inTenths(roll, 40)
      if (roll.chance(0.5)) record.courses = 1 + roll.below(20)
      break
    case 'elsewhere':
      record.hours = inTenths(roll, 30)
      record.certificate = 'no. 1'
      break
    default:
      record.hours = inTenths(roll, 30)
      record.decision = 'no. 2'
  }
  return record
}

/** A year without a choice. */
export function randomYear(roll: Dice): PlainYear {
  const year = roll.of([2025, 2025, 2025, 2025, 2024, 2026, 2000])
  const ids = [...IDS]
  const records: PlainRecord[] = []
  const crowded = roll.chance(0.3)
  for (let n = roll.below(11); n > 0; n -= 1) {
    records.push(randomRecord(roll, ids.splice(roll.below(ids.length), 1)[0] ?? 'last', year, crowded))
  }
  const input: PlainYear = { kind: 'year', year, records }
  if (roll.chance(0.2)) input.ruleSet = 'anhui-2025'
  if (roll.chance(0.25)) input.person = roll.chance(0.9) ? { transferredIn: { date: randomDay(roll, year) } } : {}
  if (roll.chance(0.6)) {
    input.settings = {}
    if (roll.chance(0.7)) input.settings.oneOptionScope = roll.of(['achievements', 'same_achievement', 'all'])
    if (roll.chance(0.7)) input.settings.conversionAllocation = roll.of(['professional_first', 'public_first', 'professional_only'])
  }
  return input
}

/** Term bounds that often leave just 182, 183 or 184 days of a year. */
export function randomTermBounds(roll: Dice): { from: string; to: string } {
  const first = 2015 + roll.below(8)
  const from = roll.chance(0.5) ? `${first}-07-0${1 + roll.below(4)}` : randomDay(roll, first)
  const last = Number(from.slice(0, 4)) + roll.below(6)
  const to = roll.chance(0.6) ? `${last}-${roll.of(['06-30', '07-01', '07-02', '07-03', '07-04'])}` : `${last}-12-${10 + roll.below(22)}`
  return { from, to }
}

/** The years' hours of a term whose calendar years are known. */
export function randomTerm(roll: Dice, bounds: { from: string; to: string }, years: readonly number[]): PlainTerm {
  const term: PlainTerm = { kind: 'term', ...bounds, years: [] }
  const fill = roll.of([60, 90, 120, 200])
  for (const year of years) {
    if (roll.chance(0.2)) continue
    const total = roll.chance(0.2) ? roll.of([90, 180, 270, 67.5, 135, 202.5]) : roll.below(fill * 20) / 10
    term.years.push({ year, total, professional: roll.chance(0.5) ? total : roll.below(total * 10 + 1) / 10 })
  }
  if (roll.chance(0.3)) term.years.reverse()
  if (roll.chance(0.3)) {
    term.settings = {}
    if (roll.chance(0.7)) term.settings.denyAtShare = roll.of([0.5, 0.6, 0.7, 1, 1.1, 0.35])
    if (roll.chance(0.7)) term.settings.warnAtShare = roll.of([0.3, 0.5, 0.8, 0.1])
  }
  return term
}
