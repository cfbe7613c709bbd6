/** The id of a field's control, to which the error summary links. `prefix` distinguishes the forms of a page. */
export function fieldId(prefix: string, name: string): string {
  const plain = name.replace(/\[\]$/, '')
  return prefix ? `${prefix}-${plain}` : plain
}
