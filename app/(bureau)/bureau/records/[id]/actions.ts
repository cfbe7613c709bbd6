'use server'
import { buildUrl } from '@/lib/server/input/search'
import { decideAppeal, decideAppealInput } from '@/lib/server/objection/decide-record-appeal'
import { checkCorrection } from '@/lib/server/record/review/check-correction'
import { correctRecord } from '@/lib/server/record/review/correct-record'
import { correctRecordInput } from '@/lib/server/record/review/plan-correction'
import { reopenRecord, reopenRecordInput } from '@/lib/server/record/review/reopen-record'
import { revokeRecord, revokeRecordInput } from '@/lib/server/record/review/revoke-record'
import { action } from '@/lib/server/web/action'
import { recordAfter } from './_parts/place'

export const reopen = action(reopenRecordInput, reopenRecord, ({ record }) => recordAfter(record, 'reopened'))

export const check = action(correctRecordInput, checkCorrection, ({ record, draft }) =>
  buildUrl(`/bureau/records/${record}/correct/check`, { draft }),
)

export const correct = action(correctRecordInput, correctRecord, ({ record }) => recordAfter(record, 'corrected'))

export const revoke = action(revokeRecordInput, revokeRecord, ({ record }) => recordAfter(record, 'revoked'))

export const answerAppeal = action(decideAppealInput, decideAppeal, ({ outcome }, { record }) => recordAfter(record, outcome))
