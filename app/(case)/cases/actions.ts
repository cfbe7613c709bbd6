'use server'

import { answerCase, answerCaseInput } from '@/lib/server/case/answer-case'
import { action } from '@/lib/server/web/action'

export const answer = action(answerCaseInput, answerCase, ({ id }) => `/cases/${id}?done=answered`)
