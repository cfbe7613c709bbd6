'use server'

import { removeFilingFile, removeFilingFileInput } from '@/lib/server/filing/add-filing-file'
import { approveFiling, approveFilingInput } from '@/lib/server/filing/approve-filing'
import { decideFilingInput, refuseFiling, returnFiling, verifyFiling, verifyFilingInput } from '@/lib/server/filing/decide-filing'
import { draftFiling, draftFilingInput } from '@/lib/server/filing/draft-filing'
import { cancelFiling, cancelFilingInput } from '@/lib/server/filing/end-filing'
import { filingStepInput, saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling, submitFilingInput } from '@/lib/server/filing/submit-filing'
import { action } from '@/lib/server/web/action'

export const approve = action(
  approveFilingInput,
  approveFiling,
  ({ id, filed }) => `/bureau/filings/${id}?done=${filed ? 'filed' : 'approved'}`,
)

export const verify = action(verifyFilingInput, verifyFiling, ({ id }) => `/bureau/filings/${id}?done=verified`)

export const sendBack = action(decideFilingInput, returnFiling, ({ id }) => `/bureau/filings/${id}?done=returned`)

export const refuse = action(decideFilingInput, refuseFiling, ({ id }) => `/bureau/filings/${id}?done=refused`)

export const draft = action(draftFilingInput, draftFiling, ({ id }) => `/bureau/filings/${id}/edit`)

export const saveStep = action(filingStepInput, saveFilingStep, ({ id, next }) => `/bureau/filings/${id}/edit/${next}`)

export const removeFile = action(removeFilingFileInput, removeFilingFile, ({ id }) => `/bureau/filings/${id}/edit/file?done=removed`)

export const submit = action(submitFilingInput, submitFiling, ({ id, done }) => `/bureau/filings/${id}?done=${done}`)

export const cancel = action(cancelFilingInput, cancelFiling, ({ id }) => `/bureau/filings/${id}?done=cancelled`)
