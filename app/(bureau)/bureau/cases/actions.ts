'use server'

import { action } from '@/lib/server/action'
import { answerCase, answerCaseInput } from '@/lib/server/case/answer-case'

export const answer = action(answerCaseInput, answerCase, ({ id }) => `/bureau/cases/${id}?done=answered`)
