/** A value that goes with the form unseen: an id, a version. Never trusted, only looked up. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
