import { secondsToCallBack } from '@/lib/oauth/callback'
import type { ShownFlow } from '@/lib/oauth/shown-flow'

/** Seconds until a sign-in that began can no longer be answered; 0 once it cannot, undefined where none waits. `now` in ms. */
export function secondsLeft(flow: ShownFlow | undefined, now: number): number | undefined {
  if (!flow?.authorization || wasAnswered(flow)) return undefined
  return Math.max(0, Math.ceil(secondsToCallBack - (now - flow.authorization.at) / 1000))
}

/** Milliseconds until the page asks again whether the person came back; false where nothing can come. */
export function askAgainIn(flow: ShownFlow | undefined, now: number): number | false {
  const left = secondsLeft(flow, now)
  if (left === undefined || left === 0) return false
  // What came was no answer to this sign-in; the right one may still come.
  return flow?.callback ? 5000 : 1200
}

/** Whether its one answer came, with a code or without: whatever names another state was none. */
function wasAnswered({ authorization, callback, exchanges }: ShownFlow): boolean {
  const sent = authorization?.parameters.find(({ name }) => name === 'state')?.value
  const came = callback?.parameters.find(({ name }) => name === 'state')?.value
  return exchanges.length > 0 || callback?.code !== undefined || (came !== undefined && came === sent)
}
