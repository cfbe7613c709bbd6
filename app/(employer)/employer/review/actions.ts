'use server'

import { action } from '@/lib/server/action'
import { acceptRecords, acceptRecordsInput } from '@/lib/server/record/review/accept-records'
import { rejectRecords, rejectRecordsInput } from '@/lib/server/record/review/reject-records'
import { returnRecords, returnRecordsInput } from '@/lib/server/record/review/return-records'

export const accept = action(acceptRecordsInput, acceptRecords, ({ count }) => `/employer/review?done=accepted&count=${count}`)

export const giveBack = action(returnRecordsInput, returnRecords, () => '/employer/review?done=returned')

export const reject = action(rejectRecordsInput, rejectRecords, () => '/employer/review?done=rejected')
