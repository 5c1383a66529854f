import type { Diagnostic } from '@astral-sh/ruff-wasm-web'
import type { RuffAnswered, RuffAsked } from './ruff.worker'

let worker: Worker | undefined
let turn = 0

/** Asks ruff, which loads with the first question (4 MB, once) and stays. */
function ask(what: RuffAsked['what'], text: string): Promise<RuffAnswered> {
  const asked = (worker ??= new Worker(new URL('./ruff.worker.ts', import.meta.url), { type: 'module' }))
  turn += 1
  const own = turn
  return new Promise((done) => {
    asked.addEventListener('message', function answered({ data }: MessageEvent<RuffAnswered>) {
      if (data.turn !== own) return
      asked.removeEventListener('message', answered)
      done(data)
    })
    asked.addEventListener('error', () => done({ turn: own, ok: false, reason: 'ruff did not load.' }), { once: true })
    asked.postMessage({ turn: own, what, text } satisfies RuffAsked)
  })
}

/** What ruff has against a Python source; nothing where it could not be loaded. */
export async function ruffCheck(text: string): Promise<readonly Diagnostic[]> {
  const answer = await ask('check', text)
  return answer.ok && 'diagnostics' in answer ? answer.diagnostics : []
}

/** The source as `ruff format` leaves it; undefined where it does not parse. */
export async function ruffFormat(text: string): Promise<string | undefined> {
  const answer = await ask('format', text)
  return answer.ok && 'text' in answer ? answer.text : undefined
}
