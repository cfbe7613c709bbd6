import 'server-only'
import { v7 } from 'uuid'
import { z } from 'zod'

/** A new key: uuid v7, in the order of time, without a sequence that would tie cities together. */
export function newId(): string {
  return v7()
}

/** Keys as PostgreSQL writes them. Any version: rows of the seed and of tests carry made-up ones. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Whether the text can be the key of a row of ours. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The same as a schema. */
export function uuid() {
  return z.string().regex(UUID)
}
