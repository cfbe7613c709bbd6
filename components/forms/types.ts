import type { ActionResult } from '@/lib/i18n/action-result'

export type FormAction = (previous: ActionResult, formData: FormData) => Promise<ActionResult>

/** What every `Form` needs from the server: an idempotency key and its texts. */
export interface FormGiven {
  formKey: string
  words: FormWords
}

/** The texts of the form mechanism, in the page's language. `problems` contains `{count}`, `reference` contains `{reference}`. */
export interface FormWords {
  oneProblem: string
  problems: string
  kept: string
  reference: string
  pending: string
  optional: string
  pickDate: string
  takePhoto: string
  /** An error message with the field's label before it: contains `{label}` and `{message}`. */
  labelled: string
}

export interface Choice {
  value: string
  label: string
  /** A sentence under the label. */
  hint?: string
}
