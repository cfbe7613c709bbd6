import { getTranslations } from 'next-intl/server'
import { JobProgress } from '@/components/job/progress'
import { isUnfinished } from '@/lib/server/job/job-status'
import type { PlatformRecount } from '@/lib/server/platform/read-platform'

/** How far the hours that a change of the window concerns have been counted again. */
export async function Recount({ recount, href }: { recount: PlatformRecount; href: string }) {
  const t = await getTranslations('platforms.recount')
  const { standing, done, total } = recount
  return (
    <JobProgress
      running={isUnfinished(recount)}
      done={done}
      total={total}
      refresh={{ href, text: t('refresh'), label: t('label') }}
      words={<p className="font-semibold">{t(standing, { done, total: total ?? 0 })}</p>}
    />
  )
}
