import type { Files } from '@/lib/plugin/files'
import type { Hit } from '@/lib/plugin/find/find-in-files'
import type { Query } from '@/lib/plugin/find/search-pattern'
import type { Answered } from './find.worker'

/** After so long an expression is taken to run for ever. */
const PATIENCE_MS = 3000

export type Found = { ok: true; hits: readonly Hit[]; more: boolean } | { ok: false; reason: string }
export type Replaced = { ok: true; texts: ReadonlyMap<string, string> } | { ok: false; reason: string }

/** Searches in a worker. A new question ends the one before; one that takes too long is ended and said. */
export function createSearcher() {
  let worker: Worker | undefined
  let turn = 0

  function ask(files: Files, query: Query, more: object): Promise<Answered> {
    turn += 1
    const own = turn
    const texts: Files = new Map([...files].filter(([, content]) => typeof content === 'string'))
    const asked = (worker ??= new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' }))
    return new Promise((done) => {
      const patience = setTimeout(() => {
        stop()
        done({ turn: own, ok: false, reason: 'Simplify the regular expression: it did not end in 3 seconds.' })
      }, PATIENCE_MS)
      asked.addEventListener('message', function answered({ data }: MessageEvent<Answered>) {
        if (data.turn !== own) return
        clearTimeout(patience)
        asked.removeEventListener('message', answered)
        done(data)
      })
      asked.postMessage({ turn: own, files: texts, query, ...more })
    })
  }

  function stop() {
    worker?.terminate()
    worker = undefined
  }

  return {
    stop,
    async find(files: Files, query: Query): Promise<Found> {
      const answer = await ask(files, query, {})
      return answer.ok && 'hits' in answer ? answer : { ok: false, reason: 'reason' in answer ? answer.reason : '' }
    },
    async replace(
      files: Files,
      query: Query,
      replacement: string,
      only?: readonly Pick<Hit, 'file' | 'from'>[],
    ): Promise<Replaced> {
      const answer = await ask(files, query, { replacement, only })
      return answer.ok && 'texts' in answer ? answer : { ok: false, reason: 'reason' in answer ? answer.reason : '' }
    },
  }
}
