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
    return { fields: {}, form: t('unexpected', { reference }), reference }
  }
  const { expected } = error
  switch (expected.code) {
    case 'invalid':
      return { fields: await wordFields(expected.fields) }
    case 'refused': {
      const states = await getTranslations('states')
      const words = expected.refusals.map(({ code, detail }) => states(`refusal.${code}`, detail))
      return { fields: {}, form: [...new Set(words)].join(' ') }
    }
    case 'conflict': {
      if (!expected.event) return { fields: {}, form: t('conflict_unknown') }
      const states = await getTranslations('states')
      const format = await getFormatter()
      const at = expected.at ? format.dateTime(expected.at, { dateStyle: 'medium', timeStyle: 'short' }) : ''
      return { fields: {}, form: t('conflict', { by: expected.by ?? t('someone'), event: states(`event.${expected.event}`), at }) }
    }
    case 'too_many':
      return { fields: {}, form: t('too_many', { minutes: Math.ceil(expected.seconds / 60) }) }
    default:
      return { fields: {}, form: t(expected.code) }
  }
}

async function wordFields(fields: Record<string, FieldProblem>): Promise<Record<string, string>> {
  const t = await getTranslations('errors.field')
  return Object.fromEntries(Object.entries(fields).map(([name, { key, values }]) => [name, t(key, values)]))
}
