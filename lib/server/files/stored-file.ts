import 'server-only'

/** A file as it is served. */
export interface StoredFile {
  storageKey: string
  fileName: string
  mediaType: string
  bytes: number
  /** Its content, where it lies in no store. */
  drawn?: Uint8Array
}
