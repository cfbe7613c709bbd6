import { NO_FILTER, schemaFiles, withEngine } from './schema-engine'

// A developer's tool: prints the SQL that makes the whole of prisma/schema from an empty database.

async function fromEmpty(): Promise<string> {
  const files = await schemaFiles()
  return withEngine(null, async (engine) => {
    const answer = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    return answer.stdout ?? ''
  })
}

process.stdout.write(await fromEmpty())
