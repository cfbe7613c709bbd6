'use server'
import { action } from '@/lib/server/action'
import { address } from '@/lib/server/search'
import { authorityReview, authorityReviewInput } from '@/lib/server/year/authority-review'
import { returnYear, returnYearInput } from '@/lib/server/year/return-year'

export const review = action(authorityReviewInput, authorityReview, ({ count }) => address('/authority', { done: 'reviewed', count }))

export const giveBack = action(returnYearInput, returnYear, () => '/authority?done=returned')
