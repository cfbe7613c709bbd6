/** What a form gets back from its action. Values are what was typed: nothing is lost. Messages are already worded. */
export type ActionResult =
  | { status: 'idle' }
  | {
      status: 'error'
      /** A fresh idempotency key for the next try. */
      key: string
      values: Record<string, string | string[]>
      fields: Record<string, string>
      form?: string
      reference?: string
    }
  | { status: 'done'; message: string; key?: string }

/** Before anything was sent. */
export const IDLE: ActionResult = { status: 'idle' }
