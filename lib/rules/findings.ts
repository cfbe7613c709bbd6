import type { z } from 'zod'
import type { Issue } from '@/lib/rules/types'

type Path = readonly PropertyKey[]

/** The problems of an input as they are found below one path: one for each path, the first that is found there. */
export class Findings {
  /** Whether anything was found through this view (not: through another one of the same input). */
  found = false
  readonly #path: Path
  readonly #messages: Map<string, string>

  constructor(path: Path = [], messages = new Map<string, string>()) {
    this.#path = path
    this.#messages = messages
  }

  /** A view of one element of a batch. */
  below(key: PropertyKey): Findings {
    return new Findings([...this.#path, key], this.#messages)
  }

  add(path: Path, message: string): void {
    this.found = true
    const dotted = [...this.#path, ...path].map(String).join('.')
    if (!this.#messages.has(dotted)) this.#messages.set(dotted, message)
  }

  /** Everything zod found in the value at `path`; an unknown key is named itself, not the object that holds it. */
  addAll(path: Path, error: z.ZodError): void {
    for (const issue of error.issues) {
      const at = [...path, ...issue.path]
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) this.add([...at, key], 'is not accepted here')
      else this.add(at, issue.message)
    }
  }

  /** All problems of the whole input, in the order in which they were found. */
  issues(): Issue[] {
    return Array.from(this.#messages, ([path, message]) => ({ path, message }))
  }
}
