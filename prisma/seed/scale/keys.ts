/** Keys in the form of uuid v7, each after the one before it: rows go to the end of every index on them. Twelve digits of time, then a count. */
export function rowKeys(from: Date): () => string {
  const time = from.getTime().toString(16).padStart(12, '0')
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-`
  let count = 0
  return () => {
    count += 1
    return head + count.toString(16).padStart(12, '0')
  }
}
