import 'server-only'

/** The form's own fields as plain values: repeated names as lists, Next's and our hidden fields left out, files refused. */
export function formValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || name === '_key') continue
    const all = data.getAll(name).filter((value): value is string => typeof value === 'string')
    // `name[]` is a list even of one; any other repeated name is one too, and the schema refuses it where it wants one value.
    if (name.endsWith('[]')) values[name.slice(0, -2)] = all
    else values[name] = all.length === 1 ? (all[0] ?? '') : all
  }
  return values
}
