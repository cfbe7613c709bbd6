/** The result of a form's action. `values` are the submitted ones, to fill the form again; messages are in the user's language. */
export type ActionResult =
  | { status: 'idle' }
  | {
      status: 'error'
      /** A new idempotency key for the next submission. */
      key: string
      values: Record<string, string | string[]>
      fields: Record<string, string>
      form?: string
      reference?: string
    }
  | { status: 'done'; message: string; key?: string }

/** The state of a form before its first submission. */
export const IDLE: ActionResult = { status: 'idle' }
