import 'server-only'
import { cookies } from 'next/headers'
import type { ShellData } from '@/components/shell/types'
import { localeFrom, textSizeFrom } from '@/lib/words/locales'

/** What the frame of every page shows: language, text size, who is signed in, the demonstration's day, the footer's settings. */
export async function readShell(): Promise<ShellData> {
  const jar = await cookies()
  return {
    locale: localeFrom(jar.get('locale')?.value),
    textSize: textSizeFrom(jar.get('textsize')?.value),
    account: null,
    demoToday: null,
    site: { operator: null, address: null, phone: null, officeHours: null, icp: null, psb: null },
  }
}
