'use client'

import { useEffect, useState } from 'react'
import type { ActionResult } from '@/lib/i18n/action-result'
import { fieldId } from './field-id'
import type { FormWords } from './types'

/** The errors of a form, listed above it. Each is a link to its field and, where scripts run, begins with the field's label. */
export function ErrorSummary({
  result,
  words,
  prefix,
}: {
  result: Extract<ActionResult, { status: 'error' }>
  words: FormWords
  prefix: string
}) {
  const problems = Object.entries(result.fields)
  const [labels, setLabels] = useState<Record<string, string>>({})
  useEffect(() => {
    const found = Object.keys(result.fields).map((name) => [name, labelOf(fieldId(prefix, name))] as const)
    setLabels(Object.fromEntries(found))
  }, [result, prefix])
  const title = problems.length === 1 ? words.oneProblem : words.problems.replace('{count}', String(problems.length))
  return (
    <div role="alert" className="mb-6 border-bad border-l-4 bg-paper px-4 py-3">
      {problems.length > 0 ? <p className="font-semibold text-lg">{title}</p> : null}
      {result.form ? <p className={problems.length > 0 ? undefined : 'font-semibold'}>{result.form}</p> : null}
      {problems.length > 0 ? (
        <ul>
          {problems.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(prefix, name)}`} className="inline-block py-1.5 text-bad hover:text-bad">
                {labels[name] ? words.labelled.replace('{label}', labels[name]).replace('{message}', message) : message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-muted text-sm">
        {words.kept}
        {result.reference ? ` ${words.reference.replace('{reference}', result.reference)}` : null}
      </p>
    </div>
  )
}

/** The text of a field's label or of its group's legend; empty where there is none. */
function labelOf(id: string): string {
  const control = document.getElementById(id)
  const name = control?.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
  return name?.firstChild?.textContent?.trim() ?? ''
}
