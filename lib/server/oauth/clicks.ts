import 'server-only'
import { countRate, rateKey } from '../rate'

/** Clicks a minute that make us ask another server, whatever number of requests each takes (oauth.md section 10, rule 6). */
const limits = { user: 30, address: 60 }

/** Counts a click, and says in a sentence when there were too many; undefined while there are not. */
export async function tooManyClicks(userId: string, address: string): Promise<string | undefined> {
  const byUser = await countRate(rateKey('oauth click of user', userId), 1)
  const byAddress = await countRate(rateKey('oauth click from', address), 1)
  return byUser > limits.user || byAddress > limits.address
    ? `Wait a minute: ${limits.user} requests a minute are sent for one person, ${limits.address} for one network.`
    : undefined
}
