import type { Step } from '@/lib/oauth/flow'
import { practiceAnswer } from '@/lib/oauth/practice'
import type { ShownFlow } from '@/lib/oauth/shown-flow'

const steps: readonly Step[] = ['exchange', 'userinfo', 'introspect', 'refresh']

/** What comes next when the whole flow runs by itself; undefined where it waits for the person, or is over. */
export function nextStep(flow: ShownFlow | undefined): Step | undefined {
  if (!flow || isStopped(flow)) return undefined
  const done = new Set(flow.exchanges.map(({ step }) => step))
  return steps.find((step) => !done.has(step) && flow.offers.some((offer) => offer.step === step && offer.ok))
}

/** Whether something went wrong, so that the rest makes no sense. */
export function isStopped({ callback, exchanges }: ShownFlow): boolean {
  const last = exchanges.at(-1)
  if (!last) return callback !== undefined && callback.code === undefined
  return last.failure !== undefined || last.refusal !== undefined
}

/** A browser may have kept the window from opening: there is a link for that. */
function waitingText({ settings }: ShownFlow): string {
  const { name, value } = practiceAnswer
  const agrees = settings.authorizationParameters.some((each) => each.name === name && each.value === value)
  const says = agrees
    ? 'A window opened and signs in by itself.'
    : 'Press Allow in the window that opened. The rest runs by itself.'
  return `${says} None came? Open the sign-in page by its link below the authorization URL.`
}

/** How far the whole flow has come, in a sentence. */
export function progressText(flow: ShownFlow | undefined, running: boolean): string {
  if (!flow) return 'Signs in, exchanges the code, asks who it is, and refreshes: no account, no internet.'
  if (isStopped(flow))
    return flow.exchanges.length === 0
      ? 'It stopped at the callback, which says why.'
      : 'It stopped at the last request, which says why.'
  if (flow.exchanges.length === 0 && flow.callback?.code === undefined)
    return running ? waitingText(flow) : 'Waiting for the sign-in.'
  if (running) return 'It runs …'
  return flow.exchanges.some(({ step }) => step === 'refresh')
    ? 'It works: signed in, exchanged, asked and refreshed.'
    : 'It works, but there is nothing to refresh with.'
}
