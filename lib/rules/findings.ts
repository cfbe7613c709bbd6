import type { z } from 'zod'
import type { Issue } from '@/lib/rules/types'

type Path = readonly PropertyKey[]

/** Collects the problems of an input by path. Only the first problem of each path is kept. */
export class Findings {
  /** Whether a problem was added through this view; those added through other views of the same input do not count. */
  found = false
  readonly #path: Path
  readonly #messages: Map<string, string>

  constructor(path: Path = [], messages = new Map<string, string>()) {
    this.#path = path
    this.#messages = messages
  }

  /** A view that adds problems of one element of a list to the same collection. */
  below(key: PropertyKey): Findings {
    return new Findings([...this.#path, key], this.#messages)
  }

  add(path: Path, message: string): void {
    this.found = true
    const dotted = [...this.#path, ...path].map(String).join('.')
    if (!this.#messages.has(dotted)) this.#messages.set(dotted, message)
  }

  /** Adds all zod issues of the value at `path`. For an unknown key the path is that of the key, not that of the object that has it. */
  addAll(path: Path, error: z.ZodError): void {
    for (const issue of error.issues) {
      const at = [...path, ...issue.path]
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) this.add([...at, key], 'is not accepted here')
      else this.add(at, issue.message)
    }
  }

  /** All problems of the whole input, in the order in which they were added. */
  issues(): Issue[] {
    return Array.from(this.#messages, ([path, message]) => ({ path, message }))
  }
}
