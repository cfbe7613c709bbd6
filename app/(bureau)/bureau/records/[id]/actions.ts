'use server'
import { action } from '@/lib/server/action'
import { address } from '@/lib/server/search'
import { checkCorrection } from '@/lib/server/verification/check-correction'
import { correctRecord } from '@/lib/server/verification/correct-record'
import { decideAppeal, decideAppealInput } from '@/lib/server/verification/decide-appeal'
import { correctRecordInput } from '@/lib/server/verification/plan-correction'
import { reopenRecord, reopenRecordInput } from '@/lib/server/verification/reopen-record'
import { revokeRecord, revokeRecordInput } from '@/lib/server/verification/revoke-record'
import { recordAfter } from './_parts/place'

export const reopen = action(reopenRecordInput, reopenRecord, ({ record }) => recordAfter(record, 'reopened'))

export const check = action(correctRecordInput, checkCorrection, ({ record, draft }) =>
  address(`/bureau/records/${record}/correct/check`, { draft }),
)

export const correct = action(correctRecordInput, correctRecord, ({ record }) => recordAfter(record, 'corrected'))

export const revoke = action(revokeRecordInput, revokeRecord, ({ record }) => recordAfter(record, 'revoked'))

export const answerAppeal = action(decideAppealInput, decideAppeal, ({ outcome }, { record }) => recordAfter(record, outcome))
