import 'server-only'

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** The name as it was, without folders and control characters, with the ending that the content has. */
export function safeName(name: string, mediaType: keyof typeof ENDINGS): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const bare = [
    ...last
      .replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '')
      .replace(/\.[A-Za-z0-9]{1,5}$/, '')
      .trim(),
  ]
    .slice(0, 80)
    .join('')
  return `${bare || 'file'}.${ENDINGS[mediaType]}`
}
