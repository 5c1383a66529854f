import 'server-only'
import { countRate, rateKey } from '../rate'
import { limits } from './limits'

const { clicks, looks, practice } = limits

/** Counts a click, and says in a sentence when there were too many; undefined while there are not. */
export async function tooManyClicks(userId: string, address: string): Promise<string | undefined> {
  const byUser = await countRate(rateKey('oauth click of user', userId), 1)
  const byAddress = await countRate(rateKey('oauth click from', address), 1)
  return byUser > clicks.person || byAddress > clicks.address
    ? `Wait a minute: one person may click ${clicks.person} times a minute here, one network ${clicks.address} times.`
    : undefined
}

/** Counts how often the pages of a user look at their flows, and says in a sentence when that was too often. */
export async function tooManyLooks(userId: string): Promise<string | undefined> {
  const count = await countRate(rateKey('oauth look of user', userId), 1)
  return count > looks ? `Wait a minute: the pages of one person may ask ${looks} times a minute.` : undefined
}

/** The same for sign-ins that begin at the practice provider, which knows no users of ours. */
export async function tooManySignIns(address: string): Promise<string | undefined> {
  const count = await countRate(rateKey('practice sign-in from', address), 1)
  return count > practice ? `Wait a minute: one network may sign in ${practice} times a minute here.` : undefined
}
