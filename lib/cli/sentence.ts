/** An error whose message is meant for the user of the command line: printed without a stack. */
export class Sentence extends Error {
  override name = 'Sentence'
}

/** Runs a command's main function. A `Sentence` is printed as its message, any other error with its stack; both set the exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error)
    process.exitCode = 1
  }
}
