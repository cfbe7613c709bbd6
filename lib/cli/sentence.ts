/** An error that is a sentence for the person at the keyboard: shown without a stack. */
export class Sentence extends Error {
  override name = 'Sentence'
}

/** Runs a command's main function: its sentences are printed, anything else with its stack, and both end with 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error)
    process.exitCode = 1
  }
}
