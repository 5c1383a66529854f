import { changesOf, type Change } from '@/lib/plugin/changes'
import { createPlugin } from '@/lib/plugin/create'
import { clientOf, startCrowd } from '../editors/crowd'
import { quantile, spread, type Figure } from './figure'
import { signInAsGuest } from './session'

/** A running app to be measured, and what its database is called. */
export interface MeasuredApp {
  base: string
  database: string
  /** Bytes of memory that the process of the app holds now. */
  memory: () => number
}

/** People who type: each saves about once a second, as the editor does. */
const typing = { editors: 20, edits: 40, pause: 1000 }

/** Saves of 20 editors of one project, then of 200 editors of ten projects. */
export async function measureSaving({ base, database }: MeasuredApp): Promise<Figure[]> {
  const one = await startCrowd(base, typing.editors, typing.edits, typing.pause)
  const few = await one.finish()
  const crowds = await Promise.all(
    Array.from({ length: 10 }, () => startCrowd(base, typing.editors, typing.edits / 2, typing.pause)),
  )
  const many = await Promise.all(crowds.map((crowd) => crowd.finish()))
  const failures = [few, ...many].flatMap((report) => report.failures)
  for (const failure of failures.slice(0, 20)) console.error(failure)
  return [
    ...spread(`save, 20 editors typing, ${database}`, few.times, 'ms', 100),
    ...spread(
      `save, 200 editors typing, ${database}`,
      many.flatMap(({ times }) => times),
      'ms',
    ),
    { name: `edits lost or refused, ${database}`, value: failures.length, unit: 'edits', limit: 0 },
  ]
}

const PROJECTS = 1_000

/** Home of somebody with very many plugins: until the whole list is there. */
export async function measureList({ base, database }: MeasuredApp): Promise<Figure[]> {
  const headers = await signInAsGuest(base)
  const files = changesOf(
    createPlugin(['tool'], {
      name: 'many',
      author: 'acme',
      createdAt: '2026-01-01T00:00:00Z',
      items: { tool: ['one'] },
    }),
  )
  const call = clientOf(base, headers)
  for (let made = 0; made < PROJECTS; made += 10)
    await Promise.all(Array.from({ length: 10 }, () => call('POST', '/api/projects', { files })))
  const times: number[] = []
  for (let round = 0; round < 8; round += 1) {
    const began = performance.now()
    const seen = await projectsSeen(await fetch(base, { headers }))
    if (seen < PROJECTS) throw new Error(`Home shows ${seen} projects.`)
    times.push(performance.now() - began)
  }
  // The first ones judge every plugin beside it.
  return [{ name: `list of 1,000 projects, ${database}`, value: quantile(times.slice(3), 0.5), unit: 'ms', limit: 200 }]
}

/** Reads a page until its list is whole; what comes later is not waited for. */
async function projectsSeen(response: Response): Promise<number> {
  const decoder = new TextDecoder()
  let text = ''
  let seen = 0
  for (const reader = response.body?.getReader(); reader && seen < PROJECTS;) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
    seen = new Set([...text.matchAll(/\/projects\/([\w-]{36})/g)].map(([, id]) => id)).size
    if (seen >= PROJECTS) await reader.cancel()
  }
  return seen
}

const REVISIONS = 10_000

/** The first page of a very long history. */
export async function measureHistory({ base, database }: MeasuredApp): Promise<Figure[]> {
  const call = clientOf(base, await signInAsGuest(base))
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`)
  const text = (): Change => ({ path: 'notes.md', text: lines.join('\n') })
  const { body } = await call('POST', '/api/projects', {
    files: [
      ...changesOf(createPlugin(['tool'], { name: 'old', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })),
      text(),
    ],
  })
  const { id } = Object(body)
  let { revision } = (await call('GET', `/api/projects/${id}/files`)).body
  for (let count = 0; count < REVISIONS; count += 1) {
    lines[count % 100] = `line ${count}`
    const saved = await call('POST', `/api/projects/${id}/revisions`, { base: revision, changes: [text()] })
    if (saved.status === 200) revision = saved.body.revision
    else {
      // So many saves are let through in a minute.
      await new Promise((done) => setTimeout(done, 1_000))
      count -= 1
    }
  }
  const times: number[] = []
  for (let round = 0; round < 11; round += 1) {
    const began = performance.now()
    const { status } = await call('GET', `/api/projects/${id}/history`)
    if (status !== 200) throw new Error(`The history answered ${status}.`)
    times.push(performance.now() - began)
  }
  return spread(`history of 10,000 revisions, ${database}`, times.slice(1), 'ms', 500)
}

const IDLE = { people: 20, projects: 10 }

/** What the process holds for each editor that is open and hears of others, while nothing happens. */
export async function measureIdle({ base, database, memory }: MeasuredApp): Promise<Figure[]> {
  const files = changesOf(createPlugin(['tool'], { name: 'idle', author: 'acme', createdAt: '2026-01-01T00:00:00Z' }))
  const people = await Promise.all(
    Array.from({ length: IDLE.people }, async () => {
      const headers = await signInAsGuest(base)
      const made = await Promise.all(
        Array.from({ length: IDLE.projects }, () => clientOf(base, headers)('POST', '/api/projects', { files })),
      )
      return { headers, ids: made.map(({ body }): string => Object(body).id) }
    }),
  )
  const before = memory()
  const closing = new AbortController()
  const streams = await Promise.all(
    people.map(({ headers, ids }) =>
      fetch(`${base}/api/events?${ids.map((id) => `project=${id}`).join('&')}`, { headers, signal: closing.signal }),
    ),
  )
  const refused = streams.find(({ ok }) => !ok)
  if (refused) throw new Error(`The events answered ${refused.status}.`)
  await new Promise((done) => setTimeout(done, 3_000))
  const after = memory()
  closing.abort()
  const editors = IDLE.people * IDLE.projects
  return [{ name: `memory an idle editor, ${database}`, value: (after - before) / 1024 / editors, unit: 'KiB' }]
}
