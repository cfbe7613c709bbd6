import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, pause } from '../../lib/cli/processes'
import { isStillThere, partsOf, startOwnSite } from '../support/started-site'

// Not at once: the file is also read only to list its tests.
let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueshi-start-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function health(port: number): Promise<number> {
  return fetch(`http://127.0.0.1:${port}/api/health`).then(
    (answer) => answer.status,
    () => 0,
  )
}

test('a signal stops all of it, a second start on the folder or the port is told why it cannot', async () => {
  test.setTimeout(300_000)
  const port = await freePort()
  const site = startOwnSite(folder, port)
  await site.ready
  expect(await health(port)).toBe(200)
  const parts = partsOf(folder, site.boot)

  const second = startOwnSite(folder, await freePort())
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`already runs on this data folder, at http://127.0.0.1:${port}`)

  site.boot.kill('SIGTERM')
  expect(await site.ended).toBe(0)
  expect(Object.values(parts).filter(isStillThere)).toEqual([])
  expect(await health(port)).toBe(0)

  const other = createServer().listen(port, '127.0.0.1')
  const third = startOwnSite(folder, port)
  expect(await third.ended).toBe(1)
  expect(third.output()).toContain(`Port ${port} on 127.0.0.1 is in use`)
  other.close()
})

for (const victims of [['boot'], ['start'], ['web'], ['worker'], ['postgres'], ['boot', 'start', 'web', 'worker', 'postgres']] as const) {
  test(`after kill -9 of ${victims.join(', ')} the next start recovers`, async () => {
    test.setTimeout(300_000)
    const port = await freePort()
    const site = startOwnSite(folder, port)
    await site.ready
    const parts = partsOf(folder, site.boot)
    for (const victim of victims) process.kill(parts[victim], 'SIGKILL')
    await pause(1000)
    if (victims.length === 1 && victims[0] === 'postgres') {
      // The site itself starts it again.
      await expect.poll(() => health(port), { timeout: 60_000 }).toBe(200)
      expect(partsOf(folder, site.boot).postgres).not.toBe(parts.postgres)
      site.boot.kill('SIGTERM')
      await site.ended
    }
    if (victims.length === 1 && victims[0] === 'worker') {
      await expect.poll(() => partsOf(folder, site.boot).worker, { timeout: 60_000 }).not.toBe(parts.worker)
      expect(await health(port)).toBe(200)
      site.boot.kill('SIGTERM')
      await site.ended
    }

    const next = startOwnSite(folder, port)
    await next.ready
    expect(await health(port)).toBe(200)
    const nextParts = partsOf(folder, next.boot)
    next.boot.kill('SIGINT')
    expect(await next.ended).toBe(0)
    expect([...Object.values(parts), ...Object.values(nextParts)].filter(isStillThere)).toEqual([])
  })
}

test('a first start that is killed while it makes the database leaves nothing that the next one takes for data', async () => {
  test.setTimeout(480_000)
  const own = mkdtempSync(join(tmpdir(), 'xueshi-start-'))
  const port = await freePort()
  const first = startOwnSite(own, port, { XUESHI_DEMO: '1' })
  while (!first.output().includes('people')) await pause(50)
  first.boot.kill('SIGKILL')
  await first.ended
  const next = startOwnSite(own, port, { XUESHI_DEMO: '1' })
  await next.ready
  expect(next.output()).toContain('demonstration city made')
  expect(await health(port)).toBe(200)
  next.boot.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  rmSync(own, { recursive: true, force: true })
})
