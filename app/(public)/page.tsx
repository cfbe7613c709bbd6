import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Columns, NextStep, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { figureOf, rulingDay } from '@/lib/rules/lookup'
import { ruleSetInForce } from '@/lib/server/rule-set/in-force'
import { now } from '@/lib/server/runtime/clock'
import { readShell } from '@/lib/server/web/shell'

const TASKS = ['calculator', 'recognised', 'rules', 'register', 'board', 'verify'] as const
const STEPS = ['log', 'check', 'certify', 'print'] as const

export default async function HomePage() {
  const [t, terms, shell, instant] = await Promise.all([getTranslations('home'), getTranslations('terms'), readShell(), now()])
  const year = yearOf(dateInShanghai(instant))
  const minimum = (key: string) => figureOf(ruleSetInForce(year), key, rulingDay(year)).value ?? 0
  const role = shell.account ? terms(`role.${shell.account.current.role}`) : null
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Columns
        label={t('minimums.title')}
        aside={
          <>
            <NextStep action={<LinkButton href={role ? '/start' : '/sign-in'}>{role ? t('goOn', { role }) : t('signIn')}</LinkButton>}>
              <p>{shell.account && role ? t('signedIn', { name: shell.account.name, role }) : t('signInHint')}</p>
            </NextStep>
            <Section title={t('minimums.title')} className="mt-9">
              <SummaryList
                items={[
                  { id: 'total', term: t('minimums.total'), value: <b>{t('minimums.hours', { value: minimum('minimum.total') })}</b> },
                  {
                    id: 'professional',
                    term: t('minimums.professional'),
                    value: <b>{t('minimums.hours', { value: minimum('minimum.professional') })}</b>,
                  },
                ]}
              />
              <TextLink href="/rules" className="mt-2 inline-flex min-h-11 items-center">
                {t('minimums.rules')}
              </TextLink>
            </Section>
          </>
        }
      >
        <Section title={t('tasks.title')}>
          <ul className="grid gap-3 sm:grid-cols-2">
            {TASKS.map((task) => (
              <li key={task} className="relative rounded border border-line bg-paper p-4 hover:border-accent">
                <TextLink href={`/${task}`} className="font-semibold text-lg after:absolute after:inset-0">
                  {t(`tasks.${task}.title`)}
                </TextLink>
                <p className="mt-1 text-muted">{t(`tasks.${task}.text`)}</p>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('steps.title')}>
          <Sheet>
            <ol className="space-y-4">
              {STEPS.map((step, place) => (
                <li key={step} className="grid grid-cols-[2.25rem_1fr]">
                  <span
                    aria-hidden="true"
                    className="grid size-7 place-items-center rounded-full border border-accent font-semibold text-accent text-sm"
                  >
                    {place + 1}
                  </span>
                  <div>
                    <p className="font-semibold">{t(`steps.${step}.title`)}</p>
                    <p className="text-muted">{t(`steps.${step}.text`)}</p>
                  </div>
                </li>
              ))}
            </ol>
          </Sheet>
        </Section>
      </Columns>
    </>
  )
}
