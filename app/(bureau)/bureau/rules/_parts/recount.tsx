import { getTranslations } from 'next-intl/server'
import { JobProgress } from '@/components/job/progress'
import type { JobView } from '@/lib/server/impact/read-jobs'
import { isUnfinished } from '@/lib/server/job/job-status'

/** How far the recount of the ledgers has come after a version was published. */
export async function Recount({ job, href }: { job: JobView; href: string }) {
  const t = await getTranslations('ruleVersions.recount')
  const { done, total, counts, standing } = job
  const changed = ['lost', 'gained', 'less', 'more', 'moved'].reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  return (
    <JobProgress
      running={isUnfinished(job)}
      done={done}
      total={total}
      refresh={{ href, text: t('refresh'), label: t('label') }}
      words={
        <>
          <p className="font-semibold">{t(standing, { done, total: total ?? 0 })}</p>
          <p>{t('found', { years: counts.years ?? 0, changed, lost: counts.lost ?? 0, gained: counts.gained ?? 0 })}</p>
        </>
      }
    />
  )
}
