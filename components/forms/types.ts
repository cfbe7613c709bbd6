/** What a server action answers to a form. On success it redirects, or says what is now the case. */
export type ActionResult =
  | { status: 'idle' }
  | {
      status: 'error'
      /** A fresh idempotency key: what is sent next is another request. */
      key: string
      /** What was typed, by field name; never passwords. */
      values: Record<string, string | string[]>
      /** What is wrong, by field name, in words. */
      fields: Record<string, string>
      /** What is wrong with the whole. */
      form?: string
      reference?: string
    }
  | { status: 'done'; message: string; key?: string }

export type FormAction = (previous: ActionResult, formData: FormData) => Promise<ActionResult>

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
}

export interface Choice {
  value: string
  label: string
  /** A sentence under the label. */
  hint?: string
}
