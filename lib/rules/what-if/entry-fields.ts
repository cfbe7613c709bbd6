import type { Category } from '@/lib/rules/types'

/** The fields of an entry in forms and in the URL; their values are texts there. */
export const ENTRY_FIELDS = [
  'option',
  'author',
  'presented',
  'subject',
  'startedOn',
  'completedOn',
  'days',
  'filed',
  'times',
  'unitApproved',
  'platform',
  'labelledHours',
  'courses',
  'hours',
  'achievement',
  'creditedIn',
] as const
export type EntryField = (typeof ENTRY_FIELDS)[number]

/** The texts of an entry's fields; fields without a value are left out. */
export type EntryTexts = Partial<Record<EntryField, string>>

const OF_ACHIEVEMENTS = ['completedOn', 'achievement', 'creditedIn'] as const satisfies readonly EntryField[]

/** The fields of each category in the order of the form. */
export const FIELDS_OF: Readonly<Record<Category, readonly EntryField[]>> = {
  award: ['option', ...OF_ACHIEVEMENTS],
  patent: ['option', ...OF_ACHIEVEMENTS],
  paper: ['option', 'author', ...OF_ACHIEVEMENTS],
  book: ['option', ...OF_ACHIEVEMENTS],
  project: ['option', ...OF_ACHIEVEMENTS],
  standard: ['option', ...OF_ACHIEVEMENTS],
  exam: OF_ACHIEVEMENTS,
  degree: ['option', ...OF_ACHIEVEMENTS],
  conference: ['subject', 'option', 'presented', 'completedOn', 'creditedIn'],
  training: ['subject', 'startedOn', 'completedOn', 'days', 'filed', 'creditedIn'],
  teaching: ['subject', 'completedOn', 'times', 'unitApproved', 'creditedIn'],
  courseware: ['subject', 'platform', 'completedOn', 'labelledHours', 'courses', 'creditedIn'],
  elsewhere: ['subject', 'completedOn', 'hours', 'creditedIn'],
  other: ['subject', 'completedOn', 'hours', 'creditedIn'],
}

/** The fields that may be left out. */
export const OPTIONAL_FIELDS: ReadonlySet<EntryField> = new Set([
  'author',
  'presented',
  'filed',
  'labelledHours',
  'courses',
  'achievement',
  'creditedIn',
])

/** The letter of each field in the URL. */
export const LETTER_OF: Readonly<Record<EntryField, string>> = {
  option: 'o',
  author: 'a',
  presented: 'r',
  subject: 's',
  startedOn: 'b',
  completedOn: 'd',
  days: 'n',
  filed: 'f',
  times: 't',
  unitApproved: 'u',
  platform: 'w',
  labelledHours: 'l',
  courses: 'c',
  hours: 'h',
  achievement: 'k',
  creditedIn: 'y',
}
