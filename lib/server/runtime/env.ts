import 'server-only'
import { z } from 'zod'

const key32 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits (32 bytes)')

const schema = z.object({
  WEB_DATABASE_URL: z.string().min(1),
  XUESHI_DATA: z.string().min(1).default('.data'),
  XUESHI_SITE_URL: z.url().default('http://127.0.0.1:3000'),
  XUESHI_SECRET: z.string().min(32),
  XUESHI_DATA_KEY: key32,
  XUESHI_INDEX_KEY: key32,
  XUESHI_SIGNING_KEY_FILE: z.string().min(1),
  XUESHI_P12_FILE: z.string().min(1),
  XUESHI_P12_PASSWORD: z.string(),
  XUESHI_DEMO: z.enum(['0', '1']).default('0'),
  SMTP_URL: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Environment = z.infer<typeof schema>

let read: Environment | undefined

/** The environment, checked once; throws one sentence that names every variable that is missing or wrong. */
export function env(): Environment {
  if (read) return read
  const result = schema.safeParse(process.env)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
    throw new Error(`The environment is not complete: ${problems.join(', ')}.`)
  }
  read = result.data
  return read
}
