import { createInterface } from 'node:readline/promises'
import { Sentence } from './sentence'

/** `--name value` and bare words from the command line; a name that is not known is refused. */
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
        const choice = [...known.map((option) => `--${option} VALUE`), ...flags.map((flag) => `--${flag}`)].join(', ')
        throw new Sentence(`${word} is not understood. There are: ${choice}.`)
      }
      options.set(name, value)
    }
  }
  return { options, words }
}

/** What an option says, else what the person at the keyboard answers; without a keyboard the option is asked for. */
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
