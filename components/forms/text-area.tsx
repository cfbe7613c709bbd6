'use client'

import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'
import { oneText, useField } from './form'

/** A field for several lines of text, such as a reason or a finding. */
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
        key={field.resetKey}
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
