import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { countRate, giveBackRate, rateKey } from './rate'

/** A secret for a link: 256 random bits to give away, and the hash that is kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

/** SHA-256, hex. The token is long and random, so a slow hash would add nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const windowMinutes = 15
/** Tokens from one network address in a window that belong to nothing. */
const limit = 30

/** Counts a token that is about to be looked up. False when too many from this network belonged to nothing: it must not be looked up. */
export async function mayTryToken(address: string): Promise<boolean> {
  return (await countRate(keyOf(address), windowMinutes)) <= limit
}

/** Takes a try back whose token was right. */
export async function forgetTokenTry(address: string): Promise<void> {
  await giveBackRate(keyOf(address))
}

/** Said to whoever may not try. */
export const tooManyTokens = 'Wait 15 minutes and try again: too many links from this network led to nothing.'

function keyOf(address: string): string {
  return rateKey('token', address)
}
