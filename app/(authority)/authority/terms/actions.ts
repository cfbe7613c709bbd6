'use server'
import { action } from '@/lib/server/action'
import { returnTerm, returnTermInput } from '@/lib/server/term/return-term'
import { reviewTerm, reviewTermInput } from '@/lib/server/term/review-term'

export const review = action(reviewTermInput, reviewTerm, () => '/authority?done=reviewed')
export const giveBack = action(returnTermInput, returnTerm, () => '/authority?done=returned')
