import { getTranslations } from 'next-intl/server'
import type { Place } from '@/lib/server/find/office-scope'

/** Where the city's officer looks, in words. */
export async function placeName(place: Place | null): Promise<string> {
  const [t, terms] = await Promise.all([getTranslations('find'), getTranslations('terms')])
  if (place === null) return t('ownOffice')
  return place === 'all' ? t('wholeCity') : terms(`region.${place}`)
}
