/** The id of a field's control, to which the error summary links. `prefix` tells two forms of one page apart. */
export function fieldId(prefix: string, name: string): string {
  const plain = name.replace(/\[\]$/, '')
  return prefix ? `${prefix}-${plain}` : plain
}
