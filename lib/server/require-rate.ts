import 'server-only'
import { overLimit, type OverLimit, type RateLimitName } from './limits'
import { networkAddress } from './network-address'

/** What `requireRate` throws: `route` answers it by 429. */
export class TooOften extends Error {
  constructor(readonly over: OverLimit) {
    super(over.message)
  }
}

/**
 * Counts what somebody does, and sees to it that it is not too often. Stands after the guard of access: whoever may not do it learns of
 * no limit. `account` is absent for a visitor.
 */
export async function requireRate(
  name: RateLimitName,
  { headers }: Request,
  { account, weight }: { account?: string; weight?: number } = {},
): Promise<void> {
  const over = await overLimit(name, { account, network: networkAddress(headers), weight })
  if (over) throw new TooOften(over)
}
