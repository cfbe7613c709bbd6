'use client'

import type { HTMLInputAutoCompleteAttribute } from 'react'
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'
import { oneText, useField } from './form'

const WIDTHS = { short: 'w-32', medium: 'w-64', full: 'w-full' } as const

interface TextFieldProps extends FieldProps {
  defaultValue?: string
  type?: 'text' | 'email' | 'tel' | 'password' | 'url'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
  width?: keyof typeof WIDTHS
  /** The unit, shown after the field. */
  suffix?: string
  maxLength?: number
  /** The id of a datalist with suggestions; anything else may be typed. */
  list?: string
}

/** A field for one line of text, or for a number with its unit. */
export function TextField({ name, label, hint, optional, defaultValue, width = 'full', suffix, type = 'text', ...rest }: TextFieldProps) {
  const field = useField(name)
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <div className="flex items-center gap-2">
        <input
          key={field.resetKey}
          id={field.id}
          name={name}
          type={type}
          defaultValue={type === 'password' ? undefined : (oneText(field.typed) ?? defaultValue)}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, hint, field.error)}
          spellCheck={false}
          className={`${CONTROL} ${WIDTHS[width]}`}
          {...rest}
        />
        {suffix ? <span className="shrink-0">{suffix}</span> : null}
      </div>
    </FieldFrame>
  )
}
