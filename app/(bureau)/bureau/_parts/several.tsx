import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import type { FormAction } from '@/components/forms/types'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { formProps } from '@/lib/server/web/display'
import type { Refusal } from '@/lib/workflow/types'

interface ChosenRow {
  id: string
  personName: string
  /** Null: freelance. */
  employer: string | null
  /** What stands in the way; none: it can be done. */
  refusals: readonly Refusal[]
}

interface SeveralProps<Row extends ChosenRow> {
  ready: readonly Row[]
  blocked: readonly Row[]
  /** What is sent with each key, `name[]`. */
  name: string
  action: FormAction
  /** The queue in which they were ticked. */
  back: string
  columns: readonly Column<Row>[]
  words: {
    title: string
    back: string
    none: string
    noneHint: string
    ready: string
    noneReady: string
    blocked: string
    person: string
    confirm: string
    consequences: string[]
    submit: string
  }
  /** What else the act asks for. */
  children?: ReactNode
}

/** The rows ticked in a queue once more, before one act decides on all that are ready; the others stand apart, each with its reason. */
export async function Several<Row extends ChosenRow>(props: SeveralProps<Row>) {
  const { ready, blocked, name, action, words, children } = props
  const [common, form] = await Promise.all([getTranslations('common'), formProps()])
  const back = { href: props.back, text: words.back }
  if (ready.length + blocked.length === 0) {
    return (
      <>
        <PageHead title={words.none} back={back} />
        <EmptyState title={words.noneHint} action={<LinkButton href={back.href}>{back.text}</LinkButton>} />
      </>
    )
  }
  return (
    <>
      <PageHead title={words.title} back={back} />
      <Sheet>
        {ready.length > 0 ? <ChosenTable {...props} rows={ready} caption={words.ready} /> : <p>{words.noneReady}</p>}
        {blocked.length > 0 ? (
          <Section title={words.blocked}>
            <ChosenTable {...props} rows={blocked} caption={words.blocked} />
          </Section>
        ) : null}
      </Sheet>
      {ready.length > 0 ? (
        <div className="mt-6">
          <ConfirmPanel title={words.confirm} consequences={words.consequences}>
            <Form {...form} action={action}>
              {ready.map(({ id }) => (
                <input key={id} type="hidden" name={`${name}[]`} value={id} />
              ))}
              {children}
              <div className="flex flex-wrap items-center gap-3">
                <SubmitButton>{words.submit}</SubmitButton>
                <LinkButton kind="quiet" href={back.href}>
                  {common('actions.cancel')}
                </LinkButton>
              </div>
            </Form>
          </ConfirmPanel>
        </div>
      ) : null}
    </>
  )
}

async function ChosenTable<Row extends ChosenRow>({
  rows,
  caption,
  columns,
  words,
}: Pick<SeveralProps<Row>, 'columns' | 'words'> & { rows: readonly Row[]; caption: string }) {
  const [terms, errors] = await Promise.all([getTranslations('terms'), getTranslations('errors')])
  const person: Column<Row> = {
    id: 'person',
    head: words.person,
    cell: (row) => (
      <>
        <b>{row.personName}</b>
        <CellNote>{row.employer ?? terms('employmentKind.freelance')}</CellNote>
        {row.refusals.map((refusal) => (
          <p key={refusal.code} className="text-sm text-warn">
            {errors(`refusal.${refusal.code}`, refusal.detail)}
          </p>
        ))}
      </>
    ),
  }
  return <Table caption={caption} rows={rows} rowKey={({ id }) => id} columns={[person, ...columns]} />
}

/** What the act can decide on, and what it cannot. */
export function parted<Row extends ChosenRow>(chosen: readonly Row[]): { ready: Row[]; blocked: Row[] } {
  const { ready = [], blocked = [] } = Object.groupBy(chosen, ({ refusals }) => (refusals.length === 0 ? 'ready' : 'blocked'))
  return { ready, blocked }
}
