'use server'

import {
  acceptRecords,
  acceptRecordsInput,
  rejectRecords,
  rejectRecordsInput,
  returnRecords,
  returnRecordsInput,
} from '@/lib/server/record/review/decide-records'
import { action } from '@/lib/server/web/action'
import { queueAfter } from './_parts/place'

export const accept = action(acceptRecordsInput, acceptRecords, ({ count }, { record }) => queueAfter('accepted', count, record))

export const sendBack = action(returnRecordsInput, returnRecords, ({ count }, { record }) => queueAfter('returned', count, record))

export const reject = action(rejectRecordsInput, rejectRecords, ({ count }, { record }) => queueAfter('rejected', count, record))
