import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { webUrlOf } from '@/lib/cli/web-role'

// Before each integration test file: a database of its own, copied from the template, and the environment that lib/server reads.

const { adminUrl, template, variables } = inject('testServer')
const name = `xueshi_test_${randomUUID().replaceAll('-', '')}`
const admin = new pg.Client({ connectionString: adminUrl })
await admin.connect()
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)

const ownerUrl = new URL(adminUrl)
ownerUrl.pathname = `/${name}`
Object.assign(process.env, variables, {
  DATABASE_URL: ownerUrl.href,
  WEB_DATABASE_URL: webUrlOf(ownerUrl.href, variables.XUESHI_SECRET ?? ''),
})

afterAll(async () => {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
})
