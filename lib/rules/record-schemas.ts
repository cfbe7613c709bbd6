import { z } from 'zod'
import { anObject, anyText, count, date, flag, halfDays, hours, oneOf, text, year } from '@/lib/rules/fields'
import { AUTHORS, type Category, OPTIONS, SUBJECTS } from '@/lib/rules/types'

const common = { id: text, completedOn: date, creditedIn: year.optional() }
const achievement = { ...common, achievement: text.optional() }
const participation = { ...common, subject: oneOf(SUBJECTS) }

function category<C extends Category>(name: C) {
  return { category: z.literal(name) }
}

function withOption<C extends Category>(name: C) {
  return { ...category(name), option: oneOf(OPTIONS[name]) }
}

/** The fields that can be checked even where the category is unknown. */
export const commonFields = z.object(common)

/** The fields of a record of each category; any other is refused. */
export const recordSchemas = {
  award: z.strictObject({ ...achievement, ...withOption('award') }),
  patent: z.strictObject({ ...achievement, ...withOption('patent') }),
  paper: z.strictObject({ ...achievement, ...withOption('paper'), author: oneOf(AUTHORS).optional() }),
  book: z.strictObject({ ...achievement, ...withOption('book') }),
  project: z.strictObject({ ...achievement, ...withOption('project') }),
  standard: z.strictObject({ ...achievement, ...withOption('standard') }),
  exam: z.strictObject({ ...achievement, ...category('exam') }),
  degree: z.strictObject({ ...achievement, ...withOption('degree') }),
  conference: z.strictObject({ ...participation, ...withOption('conference'), presented: flag.optional() }),
  training: z.strictObject({
    ...participation,
    ...category('training'),
    startedOn: date,
    days: halfDays,
    filing: z.strictObject({ approvedOn: date }, anObject).optional(),
  }),
  teaching: z.strictObject({ ...participation, ...category('teaching'), times: count, unitApproved: flag }),
  courseware: z.strictObject({
    ...participation,
    ...category('courseware'),
    platform: anyText,
    labelledHours: hours.optional(),
    courses: count.optional(),
  }),
  elsewhere: z.strictObject({ ...participation, ...category('elsewhere'), hours, certificate: text }),
  other: z.strictObject({ ...participation, ...category('other'), hours, decision: text }),
} as const satisfies Record<Category, z.ZodType>
