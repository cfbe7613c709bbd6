'use server'

import { removeFilingFile, removeFilingFileInput } from '@/lib/server/filing/add-filing-file'
import { approveFiling, approveFilingInput } from '@/lib/server/filing/approve-filing'
import { decideFilingInput, refuseFiling, returnFiling, verifyFiling, verifyFilingInput } from '@/lib/server/filing/decide-filing'
import { draftFiling, draftFilingInput } from '@/lib/server/filing/draft-filing'
import { cancelFiling, cancelFilingInput, holdFiling, plainFilingInput, withdrawChange } from '@/lib/server/filing/end-filing'
import { filingStepInput, saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling, submitFilingInput } from '@/lib/server/filing/submit-filing'
import { action } from '@/lib/server/web/action'

export const draft = action(draftFilingInput, draftFiling, ({ id }) => `/trainings/${id}/edit`)

export const saveStep = action(filingStepInput, saveFilingStep, ({ id, next }) => `/trainings/${id}/edit/${next}`)

export const removeFile = action(removeFilingFileInput, removeFilingFile, ({ id }) => `/trainings/${id}/edit/file?done=removed`)

export const submit = action(submitFilingInput, submitFiling, ({ id, done }) => `/trainings/${id}?done=${done}`)

export const approve = action(approveFilingInput, approveFiling, ({ id, filed }) => `/trainings/${id}?done=${filed ? 'filed' : 'approved'}`)

export const verify = action(verifyFilingInput, verifyFiling, ({ id }) => `/trainings/${id}?done=verified`)

export const sendBack = action(decideFilingInput, returnFiling, ({ id }) => `/trainings/${id}?done=returned`)

export const refuse = action(decideFilingInput, refuseFiling, ({ id }) => `/trainings/${id}?done=refused`)

export const cancel = action(cancelFilingInput, cancelFiling, ({ id }) => `/trainings/${id}?done=cancelled`)

export const hold = action(plainFilingInput, holdFiling, ({ id }) => `/trainings/${id}?done=held`)

export const withdraw = action(plainFilingInput, withdrawChange, ({ id }) => `/trainings/${id}?done=withdrawn`)
