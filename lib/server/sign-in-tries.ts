import 'server-only'
import { database } from './database'
import { countRate, giveBackRate, rateKey } from './rate'

const windowMinutes = 15
/**
 * Failed tries in a window: from one network address with whatever e-mail addresses (many people may share it), with one e-mail
 * address from one network address, and with one e-mail address from anywhere.
 */
const limits = { address: 100, pair: 10, email: 50 }

/** Said to whoever may not try. */
export const tooManyTries =
  'Wait 15 minutes and try again: there were too many tries with this e-mail address or from this network.'

/**
 * Counts a try to sign in before the password is looked at, so that many at once do not slip through. False when there were too many:
 * the password must not be looked at then. A refused try counts no further, so that one address cannot lock an account for everybody.
 */
export async function mayTry(email: string, address: string): Promise<boolean> {
  const keys = keysOf(email, address)
  return (
    (await countRate(keys.address, windowMinutes)) <= limits.address &&
    (await countRate(keys.pair, windowMinutes)) <= limits.pair &&
    (await countRate(keys.email, windowMinutes)) <= limits.email
  )
}

/** Takes a try back that was right: only failed ones stay. Earlier ones of this e-mail address from this network are forgotten too. */
export async function forgetTries(email: string, address: string): Promise<void> {
  const prisma = await database()
  const keys = keysOf(email, address)
  await prisma.rateCount.deleteMany({ where: { key: keys.pair } })
  await giveBackRate(keys.address, keys.email)
}

function keysOf(email: string, address: string): { address: string; pair: string; email: string } {
  return { address: rateKey('', address), pair: rateKey(email, address), email: rateKey(email, '') }
}
