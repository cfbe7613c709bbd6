import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ExpectedError, type FieldProblem } from './errors'
import { newId } from './ids'

export interface WordedError {
  fields: Record<string, string>
  form?: string
  reference?: string
}

/** An error in the user's language. What was not expected gets one general sentence and a reference for the log. */
export async function wordError(error: unknown): Promise<WordedError> {
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
      const words = expected.refusals.map(({ code, detail }) =>
        t(`refusal.${code}`, code === 'fields_missing' ? { fields: fieldNames(detail.fields, t) } : detail),
      )
      return { fields: {}, form: [...new Set(words)].join(' ') }
    }
    case 'conflict': {
      if (!expected.event) return { fields: {}, form: t('code.conflict') }
      const states = await getTranslations('states')
      const format = await getFormatter()
      const when = expected.at ? format.dateTime(expected.at, { dateStyle: 'medium', timeStyle: 'short' }) : ''
      return {
        fields: {},
        form: t('conflictBy', { name: expected.by ?? t('someone'), event: states(`event.${expected.machine}.${expected.event}`), when }),
      }
    }
    case 'too_many':
      return { fields: {}, form: t('code.too_many', { minutes: Math.ceil(expected.seconds / 60) }) }
    default:
      return { fields: {}, form: t(`code.${expected.code}`) }
  }
}

/** What a record still lacks, by its names on the form. */
function fieldNames(fields: string | number | undefined, t: Awaited<ReturnType<typeof getTranslations>>): string {
  const names = String(fields ?? '').split(', ')
  return names.map((name) => (t.has(`recordField.${name}`) ? t(`recordField.${name}`) : name)).join(' · ')
}

async function wordFields(fields: Record<string, FieldProblem>): Promise<Record<string, string>> {
  const t = await getTranslations('errors.field')
  return Object.fromEntries(Object.entries(fields).map(([name, { key, values }]) => [name, t(key, values)]))
}
