import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Throws outside Next by design; the borders it guards are held by tests/unit/borders.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    maxWorkers: Math.max(1, availableParallelism()),
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        extends: true,
        // The modules of lib/server see React as Next's server sees it.
        ssr: { resolve: { conditions: ['react-server', 'node'], externalConditions: ['react-server', 'node'] } },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-for-tests.ts'],
          setupFiles: ['tests/support/database-of-file.ts'],
          // It imports next/headers without the file's ending, which Node alone does not find.
          server: { deps: { inline: ['next-intl'] } },
          pool: 'forks',
          execArgv: ['--conditions=react-server'],
          testTimeout: 300_000,
          hookTimeout: 400_000,
        },
      },
    ],
  },
})
