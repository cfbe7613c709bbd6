import { expect, test } from 'vitest'
import { readSources } from '../../support/imports'
import { reachedFiles } from '../../support/reached-files'

// The production build and the demonstration city are used again as long as their sources are the same: nothing may be missing among those.

const sources = readSources(['app', 'components', 'lib', 'prisma'])

test('no page reaches the commands, whose changes make no new build', () => {
  const rooms = sources.filter(({ path }) => !path.startsWith('lib/cli/'))
  expect(rooms.length).toBeGreaterThan(300)
  const reaching = rooms.filter(({ imports }) => imports.some(({ target, typeOnly }) => target.startsWith('lib/cli/') && !typeOnly))
  expect(reaching.map(({ path }) => path)).toEqual([])
})

test('the sources of the demonstration city are all that its seed imports, as the parser sees it', () => {
  const imports = new Map(sources.map(({ path, imports }) => [path.replace(/\.tsx?$/, ''), imports]))
  const expected = new Set<string>()
  const waiting = ['lib/cli/seed', 'lib/cli/start']
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (expected.has(name) || !imports.has(name)) continue
    expected.add(name)
    for (const { target } of imports.get(name) ?? []) waiting.push(target)
  }
  expect(expected.size).toBeGreaterThan(150)
  const reached = new Set(reachedFiles(['lib/cli/seed.ts', 'lib/cli/start.ts']).map((path) => path.replace(/\.tsx?$/, '')))
  expect([...expected].filter((name) => !reached.has(name))).toEqual([])
})
