import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { localeFrom, textSizeFrom } from '@/lib/i18n/locales'
import { readSession, type SignedIn } from '../account/read-session'
import { readWaitingCounts } from '../notification/read-waiting-counts'
import { showsMails } from '../outbox/read-demonstration-mails'
import { now } from '../runtime/clock'
import { readDemonstration } from '../runtime/read-demonstration'
import { readSettings } from '../runtime/settings'

/** What the frame of every page shows: language, text size, who is signed in, the demonstration's day, the footer's settings. Read once a page. */
export const readShell = cache(async () => {
  const [jar, session, demonstration, settings] = await Promise.all([cookies(), readSession(), readDemonstration(), readSettings()])
  return {
    locale: localeFrom(jar.get('locale')?.value),
    textSize: textSizeFrom(jar.get('textsize')?.value),
    account: session ? await accountOf(session) : null,
    demoToday: demonstration ? dateInShanghai(await now()) : null,
    demoMails: await showsMails(),
    site: {
      operator: settings.bureauName || null,
      address: settings.address || null,
      phone: settings.phone || null,
      officeHours: settings.openingHours || null,
      icp: settings.icpNumber || null,
      psb: settings.policeNumber || null,
    },
  }
})

async function accountOf({ actor, displayName, roles }: SignedIn) {
  const { unread, ...waiting } = await readWaitingCounts(actor, dateInShanghai(await now()))
  const offices = roles.map(({ grantId, role, organizationName }) => ({ grantId: grantId ?? '', role, organization: organizationName }))
  const current = offices.find((office) => office.grantId === (actor.grantId ?? '')) ?? {
    grantId: '',
    role: actor.role,
    organization: null,
  }
  return {
    name: displayName,
    current,
    others: offices.filter((office) => office.grantId !== current.grantId),
    unread: unread ?? 0,
    waiting,
  }
}
