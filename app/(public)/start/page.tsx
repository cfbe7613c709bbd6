import { redirect } from 'next/navigation'
import { navigationFor } from '@/components/shell/navigation'
import { currentActor } from '@/lib/server/account/read-session'

/** Where the work of the role in use begins. */
export default async function StartPage() {
  const actor = await currentActor()
  redirect(actor.role === 'visitor' ? '/' : (navigationFor(actor.role)[0]?.href ?? '/'))
}
