'use client'

import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'
import { oneText, useField } from './form'
import type { Choice } from './types'

/** A drop-down, only for many short options that everyone knows, such as counties; for others use a RadioList. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue = '',
  empty,
}: FieldProps & {
  options: readonly Choice[]
  defaultValue?: string
  /** The text of the empty option. */
  empty?: string
}) {
  const field = useField(name)
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <select
        key={field.resetKey}
        id={field.id}
        name={name}
        defaultValue={oneText(field.typed) ?? defaultValue}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, hint, field.error)}
        className={`${CONTROL} min-w-48`}
      >
        {empty ? <option value="">{empty}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
