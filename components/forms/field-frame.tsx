import type { ReactNode } from 'react'

export const CONTROL =
  'block min-h-11 max-w-full rounded-tag border bg-paper px-3 py-2 border-line-strong aria-invalid:border-bad aria-invalid:border-2'

export interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  /** Marked after the label; required fields have no mark. */
  optional?: boolean
}

interface FrameProps extends Omit<FieldProps, 'optional' | 'name'> {
  id: string
  error: string | undefined
  optional: string | null
  children: ReactNode
  /** Several controls with a common question: rendered as a fieldset with a legend. */
  group?: boolean
}

/** The frame of a field: label, hint, error, then the control. */
export function FieldFrame({ id, label, hint, error, optional, children, group = false }: FrameProps) {
  const frame = `mb-6 max-w-form ${error ? 'border-bad border-l-4 pl-3.5' : ''}`
  const name = (
    <>
      {label}
      {optional ? <span className="ml-1 font-normal text-muted">{optional}</span> : null}
    </>
  )
  const hintAndError = (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="text-muted">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-bad">
          {error}
        </p>
      ) : null}
    </>
  )
  if (group) {
    return (
      <fieldset className={frame} aria-describedby={describedBy(id, hint, error)}>
        <legend className="font-semibold">{name}</legend>
        {hintAndError}
        {children}
      </fieldset>
    )
  }
  return (
    <div className={frame}>
      <label htmlFor={id} className="block font-semibold">
        {name}
      </label>
      {hintAndError}
      <div className="mt-1">{children}</div>
    </div>
  )
}

/** The ids of a field's hint and error, for `aria-describedby`. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}
