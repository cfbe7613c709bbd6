import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { newId } from '../database/ids'
import { type LastAct, readLastEvent } from '../database/read-last-event'
import { ExpectedError, type FieldProblem } from '../input/errors'

export interface WordedError {
  fields: Record<string, string>
  form?: string
  reference?: string
}

/** An error in the user's language. What was not expected gets one general sentence and a reference for the log. */
export async function formatError(error: unknown): Promise<WordedError> {
  const t = await getTranslations('errors')
  if (!(error instanceof ExpectedError)) {
    const reference = newId().slice(-8)
    return { fields: {}, form: t('code.unexpected'), reference }
  }
  const { expected } = error
  switch (expected.code) {
    case 'invalid':
      return { fields: await wordFields(expected.fields) }
    case 'refused': {
      // The page was shown before somebody else acted: who and what says more than that it cannot be done from here.
      if (expected.of && expected.refusals.some(({ code }) => code === 'not_from_here')) {
        return { fields: {}, form: await wordConflict(await readLastEvent([expected.of])) }
      }
      const words = expected.refusals.map(({ code, detail }) =>
        t(`refusal.${code}`, code === 'fields_missing' ? { fields: fieldNames(detail.fields, t) } : detail),
      )
      return { fields: {}, form: [...new Set(words)].join(' ') }
    }
    case 'conflict':
      return { fields: {}, form: await wordConflict(expected) }
    case 'too_many':
      return { fields: {}, form: t('code.too_many', { minutes: Math.ceil(expected.seconds / 60) }) }
    default:
      return { fields: {}, form: t(`code.${expected.code}`) }
  }
}

/** Who was first with what, and when. */
async function wordConflict({ by, machine, event, at }: LastAct): Promise<string> {
  const t = await getTranslations('errors')
  if (!event) return t('code.conflict')
  const [states, format] = await Promise.all([getTranslations('states'), getFormatter()])
  const when = at ? format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) : ''
  return t('conflictBy', { name: by ?? t('someone'), event: states(`event.${machine}.${event}`), when })
}

/** What a record still lacks, by its names on the form. */
function fieldNames(fields: string | number | undefined, t: Awaited<ReturnType<typeof getTranslations>>): string {
  const names = String(fields ?? '').split(', ')
  return names.map((name) => (t.has(`recordField.${name}`) ? t(`recordField.${name}`) : name)).join(' · ')
}

async function wordFields(fields: Record<string, FieldProblem>): Promise<Record<string, string>> {
  const t = await getTranslations('errors.field')
  const said = (problem: FieldProblem) => [problem, ...(problem.more ?? [])].map(({ key, values }) => t(key, values)).join(' ')
  return Object.fromEntries(Object.entries(fields).map(([name, problem]) => [name, said(problem)]))
}
