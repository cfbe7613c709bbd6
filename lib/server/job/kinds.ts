import 'server-only'

/** Work that goes on without anybody looking. */
export const JOB_KINDS = ['impact', 'recompute', 'platform_recount'] as const
export type JobKind = (typeof JOB_KINDS)[number]

/** Those that rewrite ledgers: until they are done, some are as they were before the rules changed. */
export const RECOUNTS: readonly JobKind[] = ['recompute', 'platform_recount']
