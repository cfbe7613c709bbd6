import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import type { PlatformWindow } from '@/lib/server/platform/read-platform'
import { currentLocale } from '@/lib/server/web/display'
import { windowWords } from './window-words'

const TONES: Record<PlatformWindow['counts'], Tone> = { now: 'ok', not_yet: 'wait', no_longer: 'off' }

/** Windows of platforms: name, subjects, days, what they rest on, whether they are open today. */
export async function WindowTable({ windows, current }: { windows: readonly PlatformWindow[]; current?: string }) {
  const [t, register, terms, locale] = await Promise.all([
    getTranslations('platforms'),
    getTranslations('register'),
    getTranslations('terms'),
    currentLocale(),
  ])
  return (
    <Table
      caption={t('title')}
      rows={windows}
      rowKey={({ id }) => id}
      highlighted={({ id }) => id === current}
      columns={[
        {
          id: 'name',
          head: t('name'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <TextLink href={`/bureau/platforms/${row.id}`} className="font-semibold">
                {row.name}
              </TextLink>
              <StatusTag status={row.status} />
            </span>
          ),
        },
        {
          id: 'subjects',
          head: register('subjects'),
          cell: (row) => row.subjects.map((subject) => terms(`subject.${subject}`)).join(' · '),
        },
        { id: 'window', head: register('window'), cell: (row) => windowWords(row, register, locale) },
        {
          id: 'basis',
          head: t('basis'),
          cell: (row) => (
            <>
              <Clause id={row.source} />
              {row.document && row.document !== row.source ? <CellNote>{row.document}</CellNote> : null}
            </>
          ),
        },
        {
          id: 'counts',
          head: register('counts'),
          cell: (row) => <Tag tone={TONES[row.counts]}>{register(`countsWords.${row.counts}`)}</Tag>,
        },
      ]}
    />
  )
}
