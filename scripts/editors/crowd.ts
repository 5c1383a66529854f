import { applyChanges, changesBetween, changesOf } from '@/lib/plugin/changes'
import { createPlugin } from '@/lib/plugin/create'
import type { Files } from '@/lib/plugin/files'
import { quantile } from '../bench/figure'
import { signInAsGuest } from '../bench/session'
import { randomFrom } from '../bench/yaml-values'
import { openEditor, type Call } from './editor'
import { judge, newLedger } from './ledger'

export interface CrowdReport {
  failures: string[]
  /** For people. */
  said: string
  /** Milliseconds that each save took. */
  times: number[]
}

/** What they all edit: a plugin of five tools, with a text, a list and notes that all of them write into. */
function sharedPlugin(): Files {
  const made = createPlugin(['tool'], {
    name: 'crowd',
    author: 'acme',
    createdAt: '2026-01-01T00:00:00Z',
    credentials: 'api-key',
    items: { tool: ['alpha', 'bravo', 'charlie', 'delta', 'echo'] },
  })
  const lines = Array.from({ length: 200 }, (_, index) => `Line ${index} of the text.`)
  return new Map([...made, ['README.md', lines.join('\n')], ['notes.yaml', '# collected\nwords:\n  - first\n']])
}

export function clientOf(base: string, headers: Record<string, string>): Call {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
}

/** Many editors of one project, each with so many random edits; `stop` ends them earlier. `pause`: milliseconds between two saves of one. */
export async function startCrowd(base: string, editors: number, most: number, pause = 0) {
  const call = clientOf(base, await signInAsGuest(base))
  const random = randomFrom(Date.now())
  const made = await call('POST', '/api/projects', { files: changesOf(sharedPlugin()) })
  const { id } = Object(made.body)
  const filesAt = async (revision?: string) => {
    const { body } = await call('GET', `/api/projects/${id}/files${revision ? `?revision=${revision}` : ''}`)
    return { revision: body.revision, files: applyChanges(new Map(), body.files) }
  }
  const ledger = newLedger()
  const opened = await filesAt()
  const crowd = Array.from({ length: editors }, (_, name) => openEditor(call, id, name, opened, ledger, random))
  let stopped = false
  const began = performance.now()
  const working = crowd.map(async ({ edit, save }) => {
    for (let count = 0; count < most && !stopped;) {
      if (pause > 0) await new Promise((done) => setTimeout(done, pause * (0.5 + random())))
      const burst = Math.min(1 + Math.floor(random() * 3), most - count)
      for (let each = 0; each < burst; each += 1) edit()
      count += burst
      const saving = save()
      // Somebody types on while a save is on its way.
      if (count < most && random() < 0.3) {
        edit()
        count += 1
      }
      await saving
    }
    await save()
  })

  /** After all edits, or at once: everything is saved, then the final files are judged. */
  async function finish(): Promise<CrowdReport> {
    await Promise.all(working)
    const seconds = (performance.now() - began) / 1000
    const final = await filesAt()
    const failures = judge(ledger, final.files)
    for (const [name, { saved }] of crowd.entries()) {
      const own = saved()
      const there = await filesAt(own.revision)
      if (changesBetween(own.files, there.files).length > 0)
        failures.push(`Editor ${name} believes the server to have other files than it has.`)
    }
    const { acknowledged, conflicts, edits, merges, times } = ledger
    const said = `${editors} editors, ${edits} edits: ${acknowledged.size} texts acknowledged in ${times.length} saves (${merges} merged, ${conflicts} conflicts shown) in ${seconds.toFixed(0)} s, save p95 ${quantile(times, 0.95).toFixed(0)} ms, ${failures.length} failures`
    return { failures, said, times }
  }

  return { finish, stop: () => (stopped = true) }
}
