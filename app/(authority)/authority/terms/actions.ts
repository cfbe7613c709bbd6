'use server'
import { returnTerm, returnTermInput, reviewTerm, reviewTermInput } from '@/lib/server/term/decide-term'
import { action } from '@/lib/server/web/action'

export const review = action(reviewTermInput, reviewTerm, () => '/authority?done=reviewed')
export const sendBack = action(returnTermInput, returnTerm, () => '/authority?done=returned')
