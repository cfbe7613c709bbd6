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
 * The form mechanism of all pages. Works before scripts load; errors are listed in a summary that takes the focus; submitted values are
 * kept; a second click while a submission is pending does nothing, and the hidden idempotency key makes a repeated submission the same
 * request.
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
  /** Idempotency key, created on the server at each render. */
  formKey: string
  words: FormWords
  /** Prefix of the fields' ids, where two forms of a page have fields with the same name. */
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

/** The fields of a form without an action, such as one sent by GET: the page passes the errors and the submitted values. */
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

/** The words of the enclosing form; null outside a form. */
export function useFormWords(): FormWords | null {
  return useContext(FormContext).words
}

interface FieldState {
  id: string
  error: string | undefined
  /** The submitted value; undefined before the first submission and after a successful one. */
  typed: string | string[] | undefined
  /** A React key that changes with each result of the action, so that inputs are mounted again with the submitted value as default. */
  resetKey: string
  optional: string
}

/** A field's id, error and submitted value. Outside a `Form` there are no error and no value. */
export function useField(name: string): FieldState {
  const { state, words, prefix } = useContext(FormContext)
  const failed = state.status === 'error'
  const plain = name.replace(/\[\]$/, '')
  return {
    id: fieldId(prefix, name),
    error: failed ? state.fields[plain] : undefined,
    typed: failed ? state.values[plain] : undefined,
    resetKey: state.status === 'idle' ? '' : (state.key ?? ''),
    optional: words?.optional ?? '',
  }
}

/** The name of a checkbox list's inputs: with `[]` even a single ticked box is received as a list. */
export function listName(name: string): string {
  return name.endsWith('[]') ? name : `${name}[]`
}

/** The submitted value as a single text. */
export function oneText(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed
}

/** The submitted value as a list, as for checkboxes; undefined where there is none. */
export function allTexts(typed: string | string[] | undefined): string[] | undefined {
  if (typed === undefined) return undefined
  return Array.isArray(typed) ? typed : [typed]
}
