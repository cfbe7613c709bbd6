'use server'

import { approveFiling, approveFilingInput } from '@/lib/server/filing/approve-filing'
import { decideFilingInput, refuseFiling, returnFiling } from '@/lib/server/filing/decide-filing'
import { action } from '@/lib/server/web/action'

export const approve = action(
  approveFilingInput,
  approveFiling,
  ({ id, filed }) => `/authority/filings/${id}?done=${filed ? 'filed' : 'approved'}`,
)

export const sendBack = action(decideFilingInput, returnFiling, ({ id }) => `/authority/filings/${id}?done=returned`)

export const refuse = action(decideFilingInput, refuseFiling, ({ id }) => `/authority/filings/${id}?done=refused`)
