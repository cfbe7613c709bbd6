/**
 * Generates ascending ids in the form of UUID v7 (a fixed time and a counter), so that rows are appended at the end of every index on them.
 */
export function rowKeys(from: Date): () => string {
  const time = from.getTime().toString(16).padStart(12, '0')
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-`
  let count = 0
  return () => {
    count += 1
    return head + count.toString(16).padStart(12, '0')
  }
}
