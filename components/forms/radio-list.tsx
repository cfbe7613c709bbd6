'use client'

import { FieldFrame, type FieldProps } from './field-frame'
import { oneText, useField } from './form'
import type { Choice } from './types'

/** A choice of one among several options, each with an explanation. Used instead of a drop-down. */
export function RadioList({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
}: FieldProps & { options: readonly Choice[]; defaultValue?: string }) {
  const field = useField(name)
  const chosen = field.resetKey ? oneText(field.typed) : defaultValue
  return (
    <FieldFrame group id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <div key={field.resetKey} className="mt-1">
        {options.map((option, place) => (
          <label key={option.value} className="flex min-h-11 gap-3 py-2">
            <input
              id={place === 0 ? field.id : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              aria-describedby={field.error ? `${field.id}-error` : undefined}
              className="mt-1 size-5 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint ? <span className="block text-muted text-sm">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
