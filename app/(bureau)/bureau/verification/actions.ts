'use server'
import { confirmRecords, confirmRecordsInput } from '@/lib/server/publicity/confirm-records'
import { openBatch, openBatchInput } from '@/lib/server/publicity/open-batch'
import {
  acceptRecords,
  acceptRecordsInput,
  rejectRecords,
  rejectRecordsInput,
  returnRecords,
  returnRecordsInput,
  verifyRecords,
  verifyRecordsInput,
} from '@/lib/server/record/review/decide-records'
import { action } from '@/lib/server/web/action'
import { placeShape, queueAfter } from './_parts/place'

export const verify = action(verifyRecordsInput.extend(placeShape), verifyRecords, ({ count }, input) =>
  queueAfter('verified', count, input),
)

export const sendBack = action(returnRecordsInput.extend(placeShape), returnRecords, ({ count }, input) =>
  queueAfter('returned', count, input),
)

export const reject = action(rejectRecordsInput.extend(placeShape), rejectRecords, ({ count }, input) =>
  queueAfter('rejected', count, input),
)

export const accept = action(acceptRecordsInput.extend(placeShape), acceptRecords, ({ count }, input) =>
  queueAfter('accepted', count, input),
)

export const confirm = action(confirmRecordsInput.extend(placeShape), confirmRecords, ({ count }, input) =>
  queueAfter('confirmed', count, input),
)

/** In the employer's place, of what was escalated. */
export const publicize = action(openBatchInput.extend(placeShape), openBatch, (_, input) =>
  queueAfter('publicized', input.record.length, input),
)
