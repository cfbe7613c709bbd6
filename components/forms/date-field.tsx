'use client'

import { useRef } from 'react'
import { useScripts } from '@/components/ui/use-browser'
import { parseTypedDate } from '@/lib/calendar/plain-date'
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'
import { oneText, useField, useFormWords } from './form'

/** A text field for a date in any notation of `parseTypedDate`; where scripts run, with the browser's date picker beside it. */
export function DateField({ name, label, hint, optional, defaultValue }: FieldProps & { defaultValue?: string }) {
  const field = useField(name)
  const words = useFormWords()
  const typed = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const scripted = useScripts()
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <div className="relative flex w-fit items-center gap-2">
        <input
          key={field.resetKey}
          ref={typed}
          id={field.id}
          name={name}
          type="text"
          autoComplete="off"
          defaultValue={oneText(field.typed) ?? defaultValue}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, hint, field.error)}
          className={`${CONTROL} w-48`}
        />
        {scripted ? (
          <>
            <button
              type="button"
              aria-label={[label, words?.pickDate].filter(Boolean).join(' · ')}
              title={words?.pickDate}
              onClick={() => open(typed.current, picker.current)}
              className="grid size-11 place-items-center rounded-tag border border-line-strong bg-paper text-accent hover:bg-accent-soft"
            >
              <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6">
                <rect x="2.5" y="4" width="15" height="13.5" rx="1.5" />
                <path d="M2.5 8h15M6.5 1.8V5M13.5 1.8V5" />
              </svg>
            </button>
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                if (typed.current && event.target.value) typed.current.value = event.target.value
              }}
              className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
            />
          </>
        ) : null}
      </div>
    </FieldFrame>
  )
}

/** Opens the date picker on the date that is typed in the text field. */
function open(typed: HTMLInputElement | null, picker: HTMLInputElement | null): void {
  if (!typed || !picker) return
  picker.value = parseTypedDate(typed.value) ?? ''
  picker.showPicker()
}
