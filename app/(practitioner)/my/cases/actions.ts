'use server'

import { closeCase, closeCaseInput } from '@/lib/server/case/close-case'
import { disputeRecord, disputeRecordInput } from '@/lib/server/case/dispute-record'
import { raiseMissing, raiseMissingInput } from '@/lib/server/case/raise-missing'
import { action } from '@/lib/server/web/action'

export const raise = action(raiseMissingInput, raiseMissing, ({ id }) => `/my/cases/${id}?done=raised`)

export const dispute = action(disputeRecordInput, disputeRecord, ({ id }) => `/my/cases/${id}?done=raised`)

export const close = action(closeCaseInput, closeCase, ({ id }) => `/my/cases/${id}?done=closed`)
