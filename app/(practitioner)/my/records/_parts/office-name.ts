import { getTranslations } from 'next-intl/server'

/** The bureau or employer by the name people know. */
export async function officeNames() {
  const [t, terms] = await Promise.all([getTranslations('record'), getTranslations('terms')])
  return {
    bureau: (regionCode: string | null) => t('office.bureau', { region: terms(`region.${regionCode ?? '341200'}`) }),
    employer: (name: string | null) => name ?? t('office.employer'),
  }
}
