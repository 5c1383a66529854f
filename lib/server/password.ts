import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 32 MiB and some 60 ms a guess. */
const cost = { N: 2 ** 15, r: 8, p: 1 }

/** Why a text cannot be a new password, in a sentence; undefined where it can. */
export function passwordProblem(password: string): string | undefined {
  if (password.length < 8) return 'Choose a password of at least 8 characters.'
  if (password.length > 1_000) return 'Choose a password of at most 1,000 characters.'
  return undefined
}

/** `scrypt:N:r:p:salt:hash`, so that the cost can rise without making old hashes useless. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join(':')
}

/** True when this password made the hash. Takes as long without a hash, so that the time tells nobody which accounts exist. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [name, N, r, p, salt, hash] = (stored ?? '').split(':')
  if (name !== 'scrypt' || !salt || !hash) {
    await derive(password, randomBytes(16), cost)
    return false
  }
  const wanted = Buffer.from(hash, 'base64url')
  const got = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return got.length === wanted.length && timingSafeEqual(got, wanted)
}

function derive(password: string, salt: Buffer, options: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC: the same letters typed on two systems are the same password
    scrypt(password.normalize('NFKC'), salt, 32, { ...options, maxmem: 128 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
