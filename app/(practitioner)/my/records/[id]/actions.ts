'use server'

import { z } from 'zod'
import { id, text, version } from '@/lib/server/input/fields'
import { appealRecord as appealRecordOf } from '@/lib/server/objection/appeal-record'
import {
  disownRecord as disownRecordOf,
  escalateRecord as escalateRecordOf,
  withdrawRecord as withdrawRecordOf,
} from '@/lib/server/record/act-on-own-record'
import { action } from '@/lib/server/web/action'

const onRecord = z.strictObject({ id: id(), version: version() })

export const withdrawRecord = action(onRecord, withdrawRecordOf, (record) => `/my/records/${record.id}?done=withdrawn`)
export const disownRecord = action(onRecord, disownRecordOf, (record) => `/my/records/${record.id}?done=disowned`)
export const escalateRecord = action(onRecord, escalateRecordOf, (record) => `/my/records/${record.id}?done=escalated`)
export const appealRecord = action(
  onRecord.extend({ reason: text(500, { lines: true }) }),
  appealRecordOf,
  (record) => `/my/records/${record.id}?done=appealed`,
)
