import 'server-only'
import { v7 } from 'uuid'

/** A new key: uuid v7, in the order of time, without a sequence that would tie cities together. */
export function newId(): string {
  return v7()
}
