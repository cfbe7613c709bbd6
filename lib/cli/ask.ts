import { createInterface } from 'node:readline/promises'
import { Sentence } from './sentence'

/** The options (`--name value`), flags and other words of the command line; an unknown option is an error. */
export function parseArguments(known: readonly string[], flags: readonly string[] = []): { options: Map<string, string>; words: string[] } {
  const options = new Map<string, string>()
  const words: string[] = []
  const args = process.argv.slice(2)
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!word.startsWith('--')) words.push(word)
    else if (flags.includes(word.slice(2))) options.set(word.slice(2), 'yes')
    else {
      const [name = '', inline] = word.slice(2).split('=', 2)
      const value = inline ?? args[++index]
      if (!known.includes(name) || value === undefined) {
        const accepted = [...known.map((option) => `--${option} VALUE`), ...flags.map((flag) => `--${flag}`)].join(', ')
        throw new Sentence(`${word} is not an option. The options are: ${accepted}.`)
      }
      options.set(name, value)
    }
  }
  return { options, words }
}

/** The value of an option; without it, the user's answer to the question. Without a terminal a missing option is an error. */
export async function answerOf(options: Map<string, string>, option: string, question: string): Promise<string> {
  const given = options.get(option)?.trim()
  if (given) return given
  if (!process.stdin.isTTY) throw new Sentence(`Please give --${option} (${question}).`)
  const readline = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (;;) {
      const answer = (await readline.question(`${question}: `)).trim()
      if (answer) return answer
    }
  } finally {
    readline.close()
  }
}
