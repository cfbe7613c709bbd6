'use client'

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'
import { type ActionResult, IDLE } from '@/lib/i18n/action-result'
import { ErrorSummary } from './error-summary'
import { fieldId } from './field-id'
import type { FormAction, FormWords } from './types'

interface FormState {
  state: ActionResult
  words: FormWords | null
  prefix: string
}

const FormContext = createContext<FormState>({ state: IDLE, words: null, prefix: '' })

/**
 * The one form mechanism. It posts and answers before scripts load; errors stand in a summary that takes focus; what was typed stays;
 * a second click while the first is under way does nothing, and the hidden key makes a repeat the same request.
 */
export function Form({
  action,
  formKey,
  words,
  prefix = '',
  className = '',
  children,
}: {
  action: FormAction
  /** Idempotency key, made on the server for each render. */
  formKey: string
  words: FormWords
  /** Where two forms of one page have fields of the same name: goes before their ids. */
  prefix?: string
  className?: string
  children: ReactNode
}) {
  const [state, submit, pending] = useActionState(action, IDLE)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'idle') answer.current?.focus()
  }, [state])
  const key = state.status === 'idle' ? formKey : (state.key ?? formKey)
  return (
    <FormContext value={{ state, words, prefix }}>
      <div ref={answer} tabIndex={-1} className="outline-none">
        {state.status === 'error' ? <ErrorSummary result={state} words={words} prefix={prefix} /> : null}
        {state.status === 'done' ? <Notice tone="ok" live title={state.message} /> : null}
      </div>
      <form
        action={submit}
        noValidate
        className={className}
        onSubmit={(event) => {
          if (pending) event.preventDefault()
        }}
      >
        <input type="hidden" name="_key" value={key} />
        {children}
      </form>
    </FormContext>
  )
}

/** The fields of a form that no action answers, such as one sent by GET: their errors and what was typed come from the page. */
export function AnsweredFields({ answer, words, children }: { answer: ActionResult; words: FormWords; children: ReactNode }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer.status === 'error') summary.current?.focus()
  }, [answer])
  return (
    <FormContext value={{ state: answer, words, prefix: '' }}>
      <div ref={summary} tabIndex={-1} className="outline-none">
        {answer.status === 'error' ? <ErrorSummary result={answer} words={words} prefix="" /> : null}
      </div>
      {children}
    </FormContext>
  )
}

/** The words of the form around, or null outside of one. */
export function useFormWords(): FormWords | null {
  return useContext(FormContext).words
}

interface FieldState {
  id: string
  error: string | undefined
  /** What was typed before the form came back; undefined where nothing was. */
  typed: string | string[] | undefined
  /** Changes with each answer: inputs keyed by it start again from what was typed. */
  turn: string
  optional: string
}

/** A field's id, error and what was typed. Outside a `Form` there is none of it and the field stands alone. */
export function useField(name: string): FieldState {
  const { state, words, prefix } = useContext(FormContext)
  const failed = state.status === 'error'
  const plain = name.replace(/\[\]$/, '')
  return {
    id: fieldId(prefix, name),
    error: failed ? state.fields[plain] : undefined,
    typed: failed ? state.values[plain] : undefined,
    turn: state.status === 'idle' ? '' : (state.key ?? ''),
    optional: words?.optional ?? '',
  }
}

/** The name under which a list of ticks is sent: with `[]` even a single one arrives as a list. */
export function listName(name: string): string {
  return name.endsWith('[]') ? name : `${name}[]`
}

/** One text out of what was typed. */
export function oneText(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed
}

/** All texts of what was typed, as for a list of checkboxes; undefined where the form has not come back. */
export function allTexts(typed: string | string[] | undefined): string[] | undefined {
  if (typed === undefined) return undefined
  return Array.isArray(typed) ? typed : [typed]
}
