/** Runs a step of a command and prints one line before it and one after it, with its outcome and duration. */
export async function step<T>(name: string, work: (say: (line: string) => void) => Promise<T>, outcome: (result: T) => string): Promise<T> {
  const started = performance.now()
  console.log(`· ${name} …`)
  const result = await work((line) => console.log(`    ${line}`))
  console.log(`  ${name}: ${outcome(result)} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return result
}
