import type { PlainDate } from '@/lib/calendar/plain-date'

/** Categories that are converted into hours: by default one record of them is credited in a credit year (M21.4). */
export const ACHIEVEMENTS = ['award', 'patent', 'paper', 'book', 'project', 'standard', 'exam', 'degree'] as const
/** Categories that are attended or taught: their hours accumulate. */
export const PARTICIPATION = ['conference', 'training', 'teaching', 'courseware', 'elsewhere', 'other'] as const
export const CATEGORIES = [...ACHIEVEMENTS, ...PARTICIPATION] as const

export const SUBJECTS = ['public', 'professional'] as const
export const AUTHORS = ['first', 'other'] as const
export const STATUSES = ['legible', 'partial', 'provisional'] as const
export const OUTCOMES = ['counted', 'capped', 'not_chosen', 'duplicate', 'not_recognised', 'out_of_year'] as const

/** Why a record does not count in full. In the order in which they are checked: a line has the first that applies. */
export const REASONS = [
  'outside_credit_year',
  'before_transfer',
  'days_exceed_span',
  'filing_missing',
  'platform_not_recognised',
  'unit_approval_missing',
  'degree_below_bachelor',
  'credited_in_other_year',
  'same_achievement',
  'another_option_chosen',
  'public_courseware_cap',
] as const

/** In the order in which a result lists them. */
export const WARNING_CODES = ['overlapping_days', 'provisional_figure'] as const
export const ONE_OPTION_SCOPES = ['achievements', 'same_achievement', 'all'] as const
export const CONVERSION_ALLOCATIONS = ['professional_first', 'public_first', 'professional_only'] as const
export const TERM_OUTCOMES = ['met', 'short', 'rushed'] as const
export const UNITS = [
  'per_item',
  'per_day',
  'per_time',
  'per_course',
  'per_hour',
  'extra_per_item',
  'factor',
  'hours_a_year',
  'days_of_a_year',
] as const

/** The options of each category; where the list is empty, the category has no option and a given `option` is an error. */
export const OPTIONS = {
  award: ['national', 'provincial', 'municipal'],
  patent: ['invention', 'utility', 'design', 'software'],
  paper: ['indexed', 'core', 'other'],
  book: ['sole', 'joint'],
  project: ['national-lead', 'national-member', 'provincial-lead', 'provincial-member', 'municipal-lead', 'municipal-member'],
  standard: ['national', 'industry', 'provincial', 'municipal', 'group'],
  exam: [],
  degree: ['bachelor', 'master', 'doctor', 'below-bachelor'],
  conference: ['national', 'provincial', 'municipal'],
  training: [],
  teaching: [],
  courseware: [],
  elsewhere: [],
  other: [],
} as const satisfies Record<Category, readonly string[]>

export type Category = (typeof CATEGORIES)[number]
export type Achievement = (typeof ACHIEVEMENTS)[number]
export type Participation = (typeof PARTICIPATION)[number]
export type OptionOf<C extends Category> = (typeof OPTIONS)[C][number]
export type Subject = (typeof SUBJECTS)[number]
export type Author = (typeof AUTHORS)[number]
export type Status = (typeof STATUSES)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type Reason = (typeof REASONS)[number]
export type WarningCode = (typeof WARNING_CODES)[number]
export type OneOptionScope = (typeof ONE_OPTION_SCOPES)[number]
export type ConversionAllocation = (typeof CONVERSION_ALLOCATIONS)[number]
export type TermOutcome = (typeof TERM_OUTCOMES)[number]
export type Unit = (typeof UNITS)[number]

// ---- records -------------------------------------------------------------------------------------------------------

interface CommonFields {
  id: string
  completedOn: PlainDate
  /** The credit year in which it was credited already. */
  creditedIn?: number
}

interface AchievementFields extends CommonFields {
  /** Identifies the achievement that the record describes; by default the record's id. */
  achievement?: string
}

interface ParticipationFields extends CommonFields {
  subject: Subject
}

interface WithOption<C extends Category> {
  category: C
  option: OptionOf<C>
}

export type AwardInput = AchievementFields & WithOption<'award'>
export type PatentInput = AchievementFields & WithOption<'patent'>
export type PaperInput = AchievementFields & WithOption<'paper'> & { author?: Author }
export type BookInput = AchievementFields & WithOption<'book'>
export type ProjectInput = AchievementFields & WithOption<'project'>
export type StandardInput = AchievementFields & WithOption<'standard'>
export type ExamInput = AchievementFields & { category: 'exam' }
export type DegreeInput = AchievementFields & WithOption<'degree'>
export type ConferenceInput = ParticipationFields & WithOption<'conference'> & { presented?: boolean }
export type TrainingInput = ParticipationFields & {
  category: 'training'
  startedOn: PlainDate
  /** In steps of a half day. */
  days: number
  /** The later of the two approvals (N3.2). */
  filing?: { approvedOn: PlainDate }
}
export type TeachingInput = ParticipationFields & { category: 'teaching'; times: number; unitApproved: boolean }
export type CoursewareInput = ParticipationFields & {
  category: 'courseware'
  platform: string
  /** The hours of the whole record; takes precedence over `courses`. */
  labelledHours?: number
  courses?: number
}
export type ElsewhereInput = ParticipationFields & { category: 'elsewhere'; hours: number; certificate: string }
export type OtherInput = ParticipationFields & { category: 'other'; hours: number; decision: string }

export type AchievementInput = AwardInput | PatentInput | PaperInput | BookInput | ProjectInput | StandardInput | ExamInput | DegreeInput
export type ParticipationInput = ConferenceInput | TrainingInput | TeachingInput | CoursewareInput | ElsewhereInput | OtherInput
export type RecordInput = AchievementInput | ParticipationInput

// ---- a year --------------------------------------------------------------------------------------------------------

export interface YearSettings {
  oneOptionScope?: OneOptionScope
  conversionAllocation?: ConversionAllocation
}

export interface YearCase {
  kind: 'year'
  year: number
  ruleSet?: string
  settings?: YearSettings
  person?: { transferredIn?: { date: PlainDate; from?: string } }
  choice?: string
  records: readonly RecordInput[]
}

export interface SubjectHours {
  total: number
  professional: number
  public: number
}

export interface Minimums {
  total: number | null
  professional: number | null
  public: number | null
}

export interface ResultLine {
  id: string
  /** Rate × quantity before any gate or cap, in credit hours. */
  hours: number
  /** The hours that count in the year. */
  counted: number
  professional: number
  public: number
  outcome: Outcome
  reason: Reason | null
  clause: string
  status: Status
}

export interface ChoiceOption {
  id: string
  /** The hours it would count if it were the only record of the year. */
  hours: number
}

export interface YearChoice {
  selected: string | null
  recommended: string | null
  options: ChoiceOption[]
}

export interface YearWarning {
  code: WarningCode
  records: string[]
}

export interface YearResult {
  ruleSet: string
  year: number
  required: Minimums
  totals: SubjectHours
  shortfall: SubjectHours
  met: boolean
  choice: YearChoice
  lines: ResultLine[]
  warnings: YearWarning[]
}

// ---- a term --------------------------------------------------------------------------------------------------------

export interface TermSettings {
  denyAtShare?: number
  warnAtShare?: number
}

export interface TermYear {
  year: number
  total: number
  professional: number
}

export interface TermCase {
  kind: 'term'
  from: PlainDate
  to: PlainDate
  years: readonly TermYear[]
  settings?: TermSettings
}

export interface TermHours {
  total: number
  professional: number
}

export interface TermResult {
  years: number[]
  required: TermHours
  totals: TermHours
  /** Rounded down to 0.1. */
  average: TermHours
  met: boolean
  rush: 'warn' | 'deny' | null
  rushYear: number | null
  outcome: TermOutcome
}

export type Case = YearCase | TermCase

// ---- rule sets -----------------------------------------------------------------------------------------------------

/** A figure of the law. Rows are added, never edited. `from` and `until` are both included. */
export interface Figure {
  key: string
  from: PlainDate
  until?: PlainDate
  /** null: the law names no figure and the bureau has set none. */
  value: number | null
  unit: Unit
  clause: string
  status: Status
}

/** The last day on which 公需 study may be completed for one credit year; a year without a row ends on 31 December. */
export interface PublicDeadline {
  year: number
  until: PlainDate
  clause: string
  status: Status
}

/** A learning platform and its window, both days included; a code may have several rows with different windows. */
export interface Platform {
  code: string
  name: string
  subjects: readonly Subject[]
  from: PlainDate
  until?: PlainDate
  clause: string
  /** How sure the name is, and how sure the first day is. */
  nameStatus: Status
  fromStatus: Status
}

export interface RuleSettings {
  oneOptionScope: OneOptionScope
  conversionAllocation: ConversionAllocation
  denyAtShare: number
  warnAtShare: number
  /** N5.1: to whom the transitional rule of conversion applies and until which year; null: not defined, no effect. */
  transition: { until: number; cohort: string } | null
}

export interface RuleSet {
  id: string
  /** The credit years it serves; without `untilYear` every year from `fromYear` on. */
  fromYear: number
  untilYear?: number
  figures: readonly Figure[]
  publicDeadlines: readonly PublicDeadline[]
  platforms: readonly Platform[]
  settings: RuleSettings
}

// ---- input that does not fit, and explanations -----------------------------------------------------------------------

export interface Issue {
  /** Dotted; '' for the whole input. */
  path: string
  message: string
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; issues: Issue[] }

/** A factor or extra that changed the product of rate and quantity. */
export interface ExplanationFactor {
  kind: 'author_share' | 'presented_extra'
  value: number
  clause: string
  status: Status
}

/** How a line's hours are computed: `rate × quantity`, changed by `factors`, gives `hours`, of which `counted` count. */
export interface Explanation {
  key: string
  rate: number
  quantity: number
  unit: Unit
  hours: number
  counted: number
  clause: string
  status: Status
  factors: ExplanationFactor[]
  outcome: Outcome
  /** The gate or cap that took hours away, with its clause and the number or date it compared with. */
  gate: { reason: Reason; clause: string; status: Status; limit: number | string | null } | null
}
