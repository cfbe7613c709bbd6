'use server'
import { returnTerm, returnTermInput } from '@/lib/server/term/return-term'
import { reviewTerm, reviewTermInput } from '@/lib/server/term/review-term'
import { action } from '@/lib/server/web/action'

export const review = action(reviewTermInput, reviewTerm, () => '/authority?done=reviewed')
export const sendBack = action(returnTermInput, returnTerm, () => '/authority?done=returned')
