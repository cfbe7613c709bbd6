import 'server-only'
import pino from 'pino'

const PERSONAL = ['idNumber', 'phone', 'email', 'contact', 'password', 'token', 'code', 'cookie', 'authorization', 'name', 'loginName']

/** Structured log lines on standard output. Personal data is cut by name at three depths; nothing personal is logged on purpose either. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  base: undefined,
})
