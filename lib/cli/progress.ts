/** Prints one line a step: what is done now, then how it ended and how long it took. */
export async function step<T>(name: string, work: (say: (line: string) => void) => Promise<T>, outcome: (result: T) => string): Promise<T> {
  const started = performance.now()
  console.log(`· ${name} …`)
  const result = await work((line) => console.log(`    ${line}`))
  console.log(`  ${name}: ${outcome(result)} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return result
}
