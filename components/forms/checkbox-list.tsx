'use client'

import { FieldFrame, type FieldProps } from './field-frame'
import { allTexts, listName, useField } from './form'
import type { Choice } from './types'

/** A group of checkboxes of which any number may be ticked; sent as a list. */
export function CheckboxList({
  name,
  label,
  hint,
  optional,
  options,
  defaultValues = [],
}: FieldProps & { options: readonly Choice[]; defaultValues?: readonly string[] }) {
  const field = useField(name)
  const chosen = field.resetKey ? (allTexts(field.typed) ?? []) : defaultValues
  return (
    <FieldFrame group id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <div key={field.resetKey} className="mt-1">
        {options.map((option, place) => (
          <CheckLine
            key={option.value}
            id={place === 0 ? field.id : undefined}
            name={listName(name)}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </FieldFrame>
  )
}

/** A single checkbox; where it is not ticked, nothing is sent. */
export function CheckboxField({
  name,
  label,
  hint,
  value = 'yes',
  defaultChecked = false,
}: Omit<FieldProps, 'optional' | 'hint'> & { hint?: string; value?: string; defaultChecked?: boolean }) {
  const field = useField(name)
  const checked = field.resetKey ? (allTexts(field.typed) ?? []).includes(value) : defaultChecked
  return (
    <div className={`mb-6 max-w-form ${field.error ? 'border-bad border-l-4 pl-3.5' : ''}`}>
      {field.error ? (
        <p id={`${field.id}-error`} className="font-semibold text-bad">
          {field.error}
        </p>
      ) : null}
      <CheckLine
        key={field.resetKey}
        id={field.id}
        name={name}
        option={hint ? { value, label, hint } : { value, label }}
        checked={checked}
        describedBy={field.error ? `${field.id}-error` : undefined}
      />
    </div>
  )
}

function CheckLine({
  id,
  name,
  option,
  checked,
  describedBy,
}: {
  id: string | undefined
  name: string
  option: Choice
  checked: boolean
  describedBy?: string | undefined
}) {
  return (
    <label className="flex min-h-11 gap-3 py-2">
      <input
        id={id}
        type="checkbox"
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={describedBy}
        className="mt-1 size-5 shrink-0 accent-accent"
      />
      <span>
        {option.label}
        {option.hint ? <span className="block text-muted text-sm">{option.hint}</span> : null}
      </span>
    </label>
  )
}
