import type { ActionResult } from '@/lib/i18n/action-result'

export type FormAction = (previous: ActionResult, formData: FormData) => Promise<ActionResult>

/** What every `Form` needs from the server: an idempotency key and its words. */
export interface FormGiven {
  formKey: string
  words: FormWords
}

/** The words of the form mechanism, in the page's language. `problems` holds `{count}`, `reference` holds `{reference}`. */
export interface FormWords {
  oneProblem: string
  problems: string
  kept: string
  reference: string
  pending: string
  optional: string
  pickDate: string
  takePhoto: string
  /** A field's label before what is wrong with it: `{label}`, `{message}`. */
  labelled: string
}

export interface Choice {
  value: string
  label: string
  /** A sentence under the label. */
  hint?: string
}
