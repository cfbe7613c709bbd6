'use server'

import { removeFilingFile, removeFilingFileInput } from '@/lib/server/filing/add-filing-file'
import { draftFiling, draftFilingInput } from '@/lib/server/filing/draft-filing'
import { cancelFiling, cancelFilingInput, holdFiling, plainFilingInput, withdrawChange } from '@/lib/server/filing/end-filing'
import { filingStepInput, saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling, submitFilingInput } from '@/lib/server/filing/submit-filing'
import { action } from '@/lib/server/web/action'

export const draft = action(draftFilingInput, draftFiling, ({ id }) => `/provider/filings/${id}/edit`)

export const saveStep = action(filingStepInput, saveFilingStep, ({ id, next }) => `/provider/filings/${id}/edit/${next}`)

export const removeFile = action(removeFilingFileInput, removeFilingFile, ({ id }) => `/provider/filings/${id}/edit/file?done=removed`)

export const submit = action(submitFilingInput, submitFiling, ({ id, done }) => `/provider/filings/${id}?done=${done}`)

export const cancel = action(cancelFilingInput, cancelFiling, ({ id }) => `/provider/filings/${id}?done=cancelled`)

export const hold = action(plainFilingInput, holdFiling, ({ id }) => `/provider/filings/${id}?done=held`)

export const withdraw = action(plainFilingInput, withdrawChange, ({ id }) => `/provider/filings/${id}?done=withdrawn`)
