import 'server-only'

export interface Mail {
  to: string
  subject: string
  text: string
}
export type Send = (mail: Mail) => Promise<void>
