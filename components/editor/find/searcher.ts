import type { Files } from '@/lib/plugin/files'
import type { Hit } from '@/lib/plugin/find/find-in-files'
import type { Query } from '@/lib/plugin/find/search-pattern'
import { askWorker } from '../ask-worker'
import type { Answered } from './find.worker'

/** After so long an expression is taken to run for ever. */
const PATIENCE_MS = 3000

interface Refused {
  ok: false
  reason: string
}

export type Found = { ok: true; hits: readonly Hit[]; more: boolean } | Refused
export type Replaced = { ok: true; texts: ReadonlyMap<string, string> } | Refused

/** Searches in a worker. A new search ends the one before; what takes too long is ended and said. */
export function createSearcher() {
  let idle: Worker | undefined
  let finding: AbortController | undefined
  const running = new Set<AbortController>()

  async function ask(files: Files, query: Query, more: object, ended: AbortController): Promise<Answered | Refused> {
    const texts: Files = new Map([...files].filter(([, content]) => typeof content === 'string'))
    const worker = idle ?? new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' })
    idle = undefined
    running.add(ended)
    const patience = setTimeout(() => ended.abort(), PATIENCE_MS)
    const answer = await askWorker<Answered>(worker, { files: texts, query, ...more }, ended.signal)
    clearTimeout(patience)
    running.delete(ended)
    if (answer && !idle) idle = worker
    else worker.terminate()
    return answer ?? { ok: false, reason: 'Simplify the regular expression: it did not end in 3 seconds.' }
  }

  return {
    stop() {
      for (const each of running) each.abort()
      idle?.terminate()
      idle = undefined
    },
    /** With `preview` each hit says what this replacement would make of it. */
    async find(files: Files, query: Query, preview?: string): Promise<Found> {
      finding?.abort()
      finding = new AbortController()
      const answer = await ask(files, query, { preview }, finding)
      return answer.ok && 'hits' in answer ? answer : { ok: false, reason: 'reason' in answer ? answer.reason : '' }
    },
    async replace(
      files: Files,
      query: Query,
      replacement: string,
      only: readonly Pick<Hit, 'file' | 'from'>[],
    ): Promise<Replaced> {
      const answer = await ask(files, query, { replacement, only }, new AbortController())
      return answer.ok && 'texts' in answer ? answer : { ok: false, reason: 'reason' in answer ? answer.reason : '' }
    },
  }
}
