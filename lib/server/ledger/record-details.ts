import 'server-only'
import { z } from 'zod'
import { AUTHORS } from '@/lib/rules/types'

/** What a category alone has; stored as JSON beside the common columns. A draft may lack any of it. */
export const recordDetails = z.object({
  author: z.enum(AUTHORS).optional(),
  presented: z.boolean().optional(),
  days: z.number().optional(),
  times: z.number().int().optional(),
  unitApproved: z.boolean().optional(),
  platform: z.string().optional(),
  labelledHours: z.number().optional(),
  courses: z.number().int().optional(),
  hours: z.number().optional(),
  certificate: z.string().optional(),
  decision: z.string().optional(),
  /** DOI, patent number, certificate number: what tells one achievement from another. */
  number: z.string().optional(),
  /** Two credit years were possible and the person chose this record's (N8.2). */
  yearChosen: z.boolean().optional(),
})
export type RecordDetails = z.infer<typeof recordDetails>
