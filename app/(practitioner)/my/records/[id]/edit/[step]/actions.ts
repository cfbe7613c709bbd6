'use server'

import { z } from 'zod'
import { id, version } from '@/lib/server/input/fields'
import { removeEvidence as removeEvidenceOf } from '@/lib/server/record/draft/remove-evidence'
import { saveStep as saveStepOf, stepInput } from '@/lib/server/record/draft/save-step'
import { submitRecord as submitRecordOf } from '@/lib/server/record/submit-record'
import { action } from '@/lib/server/web/action'

export const saveStep = action(stepInput, saveStepOf, (saved) => `/my/records/${saved.id}/edit/${saved.next}`)

export const removeEvidence = action(
  z.strictObject({ id: id() }),
  removeEvidenceOf,
  ({ recordId }) => `/my/records/${recordId}/edit/evidence?done=removed`,
)

export const submitRecord = action(
  z.strictObject({ id: id(), version: version() }),
  submitRecordOf,
  (submitted) => `/my/records/${submitted.id}?done=submitted`,
)
