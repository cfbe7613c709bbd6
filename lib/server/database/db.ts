import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Pool, types } from 'pg'
import { PrismaClient } from '@/prisma/generated/client/client'
import { ResilientPool } from './resilient-pool'

// Dates stay what they are in the database: text, without a zone.
types.setTypeParser(types.builtins.DATE, (text) => text)

interface Database {
  pool: Pool
  db: PrismaClient
}

// One pool a process; kept over hot reloads. Nothing connects until the first query, so that a build needs no database.
const kept = globalThis as typeof globalThis & { xueshiDatabase?: Database }

function open(): Database {
  const pool = new ResilientPool({
    connectionString: process.env.WEB_DATABASE_URL,
    max: Number(process.env.XUESHI_POOL ?? 10),
  })
  pool.on('error', () => undefined) // a connection that dies while idle is replaced by the next query
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

kept.xueshiDatabase ??= open()

/** Prisma over the pool. The web role: owns no table. */
export const db = kept.xueshiDatabase.db
/** The same connections for the few statements that are hot or in bulk. */
export const pool = kept.xueshiDatabase.pool
