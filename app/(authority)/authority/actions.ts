'use server'
import { buildUrl } from '@/lib/server/input/search'
import { action } from '@/lib/server/web/action'
import { authorityReview, authorityReviewInput, returnYear, returnYearInput } from '@/lib/server/year/decide-years'

export const review = action(authorityReviewInput, authorityReview, ({ count }, { year }) =>
  buildUrl('/authority', { done: 'reviewed', count, was: year.length === 1 ? year[0] : null }),
)

export const sendBack = action(returnYearInput, returnYear, ({ year }) => buildUrl('/authority', { done: 'returned', was: year }))
