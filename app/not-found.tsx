import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Actions, PageHead } from '@/components/ui/page-parts'

export async function generateMetadata() {
  return { title: (await getTranslations('errors.notFound'))('title') }
}

/** Not there and not yours look alike, on purpose. */
export default async function NotFoundPage() {
  const [t, common] = await Promise.all([getTranslations('errors.notFound'), getTranslations('common')])
  return (
    <>
      <PageHead title={t('title')} lead={t('what')} />
      <p className="max-w-text">{t('todo')}</p>
      <Actions>
        <LinkButton href="/">{common('gotoStart')}</LinkButton>
      </Actions>
    </>
  )
}
