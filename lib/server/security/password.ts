import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

// scrypt with 64 MiB: memory-hard. Two at a time, so that a wave of sign-ins cannot take the memory of the whole process.
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 * 1024 }
const AT_ONCE = 2
const KEY_BYTES = 32

let running = 0
const waiting: (() => void)[] = []

async function onBoundedPool<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function derive(password: string, salt: Buffer, cost = COST): Promise<Buffer> {
  return onBoundedPool(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)))
      }),
  )
}

/** `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Compared in constant time; a hash that is none is never matched, in the same time. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [scheme, n, r, p, salt, key] = (hash ?? '').split('$')
  if (scheme !== 'scrypt' || !salt || !key) {
    await derive(password, Buffer.alloc(16))
    return false
  }
  const cost = { ...COST, N: Number(n), r: Number(r), p: Number(p) }
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), Buffer.from(key, 'base64'))
}

// Without look-alikes; 12 of them carry 59 bits.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password to be handed over and changed at once. */
export function makePassword(): string {
  return Array.from(randomBytes(12), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
