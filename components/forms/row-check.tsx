'use client'

import { allTexts, listName, useField } from './form'

/** The checkbox that selects a row of a list. The selected values are sent as a list under `name`; `label` names the row. */
export function RowCheck({
  name,
  value,
  label,
  defaultChecked = false,
}: {
  name: string
  value: string
  label: string
  defaultChecked?: boolean
}) {
  const field = useField(name)
  const checked = field.resetKey ? (allTexts(field.typed) ?? []).includes(value) : defaultChecked
  return (
    <label className="-m-2 inline-grid size-11 place-items-center">
      <span className="sr-only">{label}</span>
      <input
        key={field.resetKey}
        type="checkbox"
        name={listName(name)}
        value={value}
        defaultChecked={checked}
        className="size-5 accent-accent"
      />
    </label>
  )
}
