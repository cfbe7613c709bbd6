'use client'

import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'
import { oneText, useField } from './form'

/** Several lines: a reason, a finding. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  defaultValue,
  rows = 4,
  maxLength,
}: FieldProps & { defaultValue?: string; rows?: number; maxLength?: number }) {
  const field = useField(name)
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <textarea
        key={field.turn}
        id={field.id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={oneText(field.typed) ?? defaultValue}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, hint, field.error)}
        className={`${CONTROL} w-full`}
      />
    </FieldFrame>
  )
}
