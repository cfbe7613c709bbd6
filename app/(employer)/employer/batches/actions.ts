'use server'

import { cancelBatch, cancelBatchInput } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch, confirmBatchInput } from '@/lib/server/publicity/confirm-batch'
import { confirmRecords, confirmRecordsInput } from '@/lib/server/publicity/confirm-records'
import { openBatch, openBatchInput } from '@/lib/server/publicity/open-batch'
import { takeOutOfBatch, takeOutOfBatchInput } from '@/lib/server/publicity/take-out-of-batch'
import { action } from '@/lib/server/web/action'

export const open = action(openBatchInput, openBatch, ({ id }) => `/employer/batches/${id}?done=opened`)

export const confirm = action(
  confirmBatchInput,
  confirmBatch,
  ({ id, confirmed, left }) => `/employer/batches/${id}?done=confirmed&count=${confirmed}&left=${left}`,
)

export const confirmOne = action(confirmRecordsInput, confirmRecords, ({ batchId }) => `/employer/batches/${batchId}?done=confirmed_one`)

export const takeOut = action(takeOutOfBatchInput, takeOutOfBatch, ({ batchId }) => `/employer/batches/${batchId}?done=taken_out`)

export const cancel = action(cancelBatchInput, cancelBatch, ({ id }) => `/employer/batches/${id}?done=cancelled`)
