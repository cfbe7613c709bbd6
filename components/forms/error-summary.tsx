import type { ActionResult, FormWords } from './types'

/** What needs a change, on top of the form, each line a link to its field. */
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
  const title = problems.length === 1 ? words.oneProblem : words.problems.replace('{count}', String(problems.length))
  return (
    <div role="alert" className="mb-6 border-bad border-l-4 bg-paper px-4 py-3">
      {problems.length > 0 ? <p className="font-semibold text-lg">{title}</p> : null}
      {result.form ? <p className={problems.length > 0 ? undefined : 'font-semibold'}>{result.form}</p> : null}
      {problems.length > 0 ? (
        <ul>
          {problems.map(([name, message]) => (
            <li key={name}>
              <a href={`#${prefix ? `${prefix}-` : ''}${name}`} className="inline-block py-1.5 text-bad hover:text-bad">
                {message}
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
