import 'server-only'
import type { ActInput } from '../transition/act'

/** What the answer does besides, and the title of what it is about, for the notification. */
export type CaseConsequences = ActInput & { title?: string }
