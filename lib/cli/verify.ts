export {}

<<<<<<< HEAD
process.exitCode = await verifyCommand(process.argv.slice(2), process)
=======
const USAGE = `verify --keys FILE TEXT
  FILE  the issuer's public keys, a JWK set as its site gives it at /.well-known/jwks.json
  TEXT  the whole text of a certificate's QR code, or only the signature behind its "#"
Checks the signature without network and database. A certificate that was revoked later is still signed: only the check page knows.`

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

/** Exit codes: 0 signed by one of the keys, 1 not, 2 wrong arguments. */
async function main(): Promise<number> {
  const args = readArguments()
  if (args === null) return refuse(USAGE)
  const keys = await readKeys(resolve(process.env.XUESHI_CALLED_FROM ?? '.', args.file))
  if (keys === null) return refuse(`${args.file} cannot be read, or is no JWK set.`)
  const answer = await checkToken(args.text, keys)
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  return answer.valid ? 0 : 1
}

function readArguments(): { file: string; text: string } | null {
  try {
    const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true })
    const [text, ...more] = positionals
    return values.keys && text && more.length === 0 ? { file: values.keys, text } : null
  } catch {
    return null
  }
}

async function readKeys(file: string): Promise<JSONWebKeySet | null> {
  try {
    const parsed = keySet.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 2
}

process.exitCode = await main()
>>>>>>> 02d52eeb7b4f6c6430012de55594e3109a71134b
