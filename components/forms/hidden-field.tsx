/** A hidden value that is sent with the form, such as an id or a version. The server does not trust it. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
