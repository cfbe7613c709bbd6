import 'server-only'
import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { localeFrom } from '@/lib/i18n/locales'
import { readMessages } from '../runtime/messages'

/** next-intl's request configuration: the language comes from the cookie, never from the path. */
export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get('locale')?.value)
  return { locale, messages: await readMessages(locale), timeZone: 'Asia/Shanghai' }
})
