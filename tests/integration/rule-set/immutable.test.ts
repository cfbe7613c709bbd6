import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { seedReference } from '@/prisma/seed/reference'
import { testDatabase } from '@/tests/support/database'

const { owner, web } = testDatabase()

beforeAll(() => seedReference(db))

test('a published version is changed by nobody, not by the site and not by the owner of the table', async () => {
  const before = await web.query('SELECT * FROM rule_set_version')
  expect(before.rows).toHaveLength(1)
  for (const connection of [web, owner]) {
    await expect(connection.query(`UPDATE rule_set_version SET content = '{}'`)).rejects.toThrow(/immutable/)
    await expect(connection.query(`UPDATE rule_set_version SET state = 'draft'`)).rejects.toThrow(/immutable/)
    await expect(connection.query('DELETE FROM rule_set_version')).rejects.toThrow(/immutable|permission denied/)
    await expect(connection.query('TRUNCATE rule_set_version CASCADE')).rejects.toThrow(/immutable|permission denied/)
  }
  expect((await web.query('SELECT * FROM rule_set_version')).rows).toEqual(before.rows)
})

test('a draft may change and be published once, which raises the revision that everybody looks at', async () => {
  const id = newId()
  const revision = async () => (await web.query('SELECT revision FROM rules_revision')).rows[0].revision as number
  const before = await revision()
  await web.query(`INSERT INTO rule_set_version (id, code, state, effective_year, content) VALUES ($1, 'draft', 'draft', 2026, '{}')`, [id])
  await web.query(`UPDATE rule_set_version SET content = '{"id": "x"}' WHERE id = $1`, [id])
  expect(await revision()).toBe(before)
  await web.query(`UPDATE rule_set_version SET state = 'published' WHERE id = $1`, [id])
  expect(await revision()).toBe(before + 1)
  await expect(web.query(`UPDATE rule_set_version SET content = '{}' WHERE id = $1`, [id])).rejects.toThrow(/immutable/)
})
