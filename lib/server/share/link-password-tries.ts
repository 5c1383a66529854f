import 'server-only'
import { countRate, giveBackRate, rateKey } from '../rate'

const windowMinutes = 15
/** Failed tries of a link's password in a window: from one network address, and from anywhere. */
const limits = { pair: 10, link: 100 }

/** Counts a try of a link's password before it is looked at, so that many at once do not slip through. */
export async function mayTryPassword(linkId: string, address: string): Promise<boolean> {
  const { pair, link } = passwordKeys(linkId, address)
  return (await countRate(pair, windowMinutes)) <= limits.pair && (await countRate(link, windowMinutes)) <= limits.link
}

/** Takes a try back that was right. */
export async function forgetPassword(linkId: string, address: string): Promise<void> {
  const { pair, link } = passwordKeys(linkId, address)
  await giveBackRate(pair, link)
}

function passwordKeys(linkId: string, address: string): { pair: string; link: string } {
  return { pair: rateKey('share password', linkId, address), link: rateKey('share password', linkId) }
}
