import type { Diagnostic } from '@astral-sh/ruff-wasm-web'
import { askWorker } from '../ask-worker'
import type { RuffAnswered, RuffAsked } from './ruff.worker'

let worker: Worker | undefined

/** Asks ruff, which loads with the first question (4 MB, once) and stays; where it does not load, the next question tries again. */
async function ask(what: RuffAsked['what'], text: string): Promise<RuffAnswered | undefined> {
  const asked = (worker ??= new Worker(new URL('./ruff.worker.ts', import.meta.url), { type: 'module' }))
  const answer = await askWorker<RuffAnswered>(asked, { what, text })
  if (!answer && worker === asked) worker = undefined
  return answer
}

/** What ruff has against a Python source; undefined where it could not be loaded. */
export async function ruffCheck(text: string): Promise<readonly Diagnostic[] | undefined> {
  const answer = await ask('check', text)
  return answer?.ok && 'diagnostics' in answer ? answer.diagnostics : undefined
}

/** The source as `ruff format` leaves it; undefined where it does not parse. */
export async function ruffFormat(text: string): Promise<string | undefined> {
  const answer = await ask('format', text)
  return answer?.ok && 'text' in answer ? answer.text : undefined
}
