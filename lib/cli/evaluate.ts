export {}

<<<<<<< HEAD
=======
/**
 * `evaluate FILE|-`: applies the crediting rules to a JSON file or standard input. Exit codes: 0 done, 1 unreadable file, 2 invalid input.
 */
async function _main(args: readonly string[]): Promise<number> {
  const [file] = args
  if (file === undefined || args.length !== 1) return refuse(1, { error: 'usage', message: 'evaluate FILE, or - for standard input' })
  const bytes = await readInput(file)
  if (bytes === null) return refuse(1, { error: 'unreadable', message: `cannot read ${file}` })

  const json = parseJson(bytes)
  if (!json.ok) return invalid(json.issues)
  const input = parseInput(json.value)
  if (!input.ok) return invalid(input.issues)
  if (Array.isArray(input.value)) await writeList(input.value)
  else await write(`${JSON.stringify(evaluate(input.value), null, 2)}\n`)
  return 0
}

/** File names are relative to the folder from which npm was called; npm itself runs scripts in the project's folder. */
async function readInput(file: string): Promise<Buffer | null> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(resolve(process.env.XUESHI_CALLED_FROM ?? '.', file))
  } catch {
    return null
  }
}

function parseJson(bytes: Buffer): { ok: true; value: unknown } | { ok: false; issues: Issue[] } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (error) {
    return { ok: false, issues: [{ path: '', message: `is not JSON in UTF-8: ${error instanceof Error ? error.message : String(error)}` }] }
  }
}

function evaluate(input: Case): YearResult | TermResult {
  return input.kind === 'year' ? evaluateYear(input) : evaluateTerm(input)
}

/** Writes the results in chunks, because those of a large batch do not fit into one string. */
async function writeList(cases: readonly Case[]): Promise<void> {
  let pending = '['
  for (const [index, input] of cases.entries()) {
    pending += `${index === 0 ? '\n' : ',\n'}${JSON.stringify(evaluate(input))}`
    if (pending.length < 65_536) continue
    await write(pending)
    pending = ''
  }
  await write(`${pending}\n]\n`)
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function invalid(issues: readonly Issue[]): number {
  return refuse(2, { error: 'invalid_input', issues })
}

function refuse(code: number, answer: object): number {
  process.stderr.write(`${JSON.stringify(answer, null, 2)}\n`)
  return code
}

>>>>>>> 02d52eeb7b4f6c6430012de55594e3109a71134b
// The reader may close the pipe early (`| head`), which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await evaluateCommand(process.argv.slice(2), process)
