import 'server-only'

export type FieldValue = string | number | boolean | null

/** What a correction changed, as its event keeps it: fields by their names in the messages, files by their ids. */
export interface Changes {
  fields: { field: string; from: FieldValue; to: FieldValue }[]
  added: string[]
  removed: string[]
}
