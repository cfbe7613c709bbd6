import 'server-only'
import { ExpectedError } from '../input/errors'

/** A ledger changed between reading and writing: the use case has to run again on what is there now. */
export class StaleLedger extends Error {}

const MAX_RUNS = 6

/** Runs the work again where a ledger changed meanwhile; throws `conflict` where that happens every time. */
export async function withFreshLedgers<T>(work: () => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StaleLedger)) throw error
      if (run === MAX_RUNS) throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
    }
  }
}
