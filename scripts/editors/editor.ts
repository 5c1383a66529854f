import { randomUUID } from 'node:crypto'
import { afterSave, settle, type Choice } from '@/components/editor/save/absorb'
import { applyChanges, changesBetween, type Change } from '@/lib/plugin/changes'
import { changedPaths, textOf, type Files } from '@/lib/plugin/files'
import { followPython } from '@/lib/plugin/follow-python'
import { overlapsOf } from '@/lib/plugin/merge'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { tokensOf, type Ledger } from './ledger'
import { randomEdit } from './random-edit'

/** Sends one request of a client; throws while the server cannot be reached. */
export type Call = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; body: Answer }>

interface Answer {
  revision: string
  changes?: Change[]
  merged?: boolean
  files: Change[]
  head: { revision: string; files: Change[] }
}

interface Saved {
  revision: string
  files: Files
}

export interface Editor {
  /** Makes an edit; does not wait for anything. */
  edit: () => void
  /** Sends what there is until the server has it, however often it dies; conflicts are settled as a person would. */
  save: () => Promise<void>
  /** What this editor believes the server to have. */
  saved: () => Saved
}

const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** An editor without a page: takes in, merges and asks exactly as `use-saving.ts` does, and writes down what became of each edit. */
export function openEditor(
  call: Call,
  projectId: string,
  name: number,
  opened: Saved,
  ledger: Ledger,
  random: () => number,
): Editor {
  let saved = opened
  let files = opened.files
  let pending: string[] = []
  let count = 0

  function edit() {
    count += 1
    ledger.edits += 1
    const token = `e${name}x${count}`
    const before = files
    files = followPython(before, randomEdit(before, token, random))
    const gone = goneBetween(before, files)
    for (const each of gone) ledger.replaced.add(each)
    if (tokensOf(files).has(token)) pending.push(token)
  }

  async function save() {
    for (
      let changes = changesBetween(saved.files, files);
      changes.length > 0;
      changes = changesBetween(saved.files, files)
    ) {
      const [sent, edits] = [files, pending]
      pending = []
      const { status, body } = await send({ base: saved.revision, changes, save: randomUUID() })
      if (status === 409) {
        pending = [...edits, ...pending]
        choose(saved.files, { revision: body.head.revision, files: applyChanges(new Map(), body.head.files) })
      } else if (status === 200) {
        for (const token of edits) ledger.acknowledged.add(token)
        if (body.merged) ledger.merges += 1
        const { server, files: now, conflicts } = afterSave({ sent, changes: body.changes ?? [], now: files })
        if (conflicts.length > 0) choose(sent, { revision: body.revision, files: server })
        else [files, saved] = [now, { revision: body.revision, files: server }]
      } else {
        ledger.failures.push(`A save was answered ${status} ${JSON.stringify(body).slice(0, 300)}`)
        files = saved.files
      }
    }
  }

  /** The same save under the same name until it is answered. */
  async function send(job: unknown) {
    for (;;) {
      const began = performance.now()
      const answer = await call('POST', `/api/projects/${projectId}/revisions`, job).catch(() => undefined)
      if (answer && answer.status < 500 && answer.status !== 429) {
        ledger.times.push(performance.now() - began)
        return answer
      }
      await sleep(50 + random() * 150)
    }
  }

  /** Both sides are shown hunk by hunk; somebody chooses. What goes without having been shown is a loss. */
  function choose(base: Files, head: Saved) {
    ledger.conflicts += 1
    const { files: merged, overlaps } = overlapsOf(base, files, head.files)
    const choices = new Map<string, Choice | readonly Choice[]>()
    const shown = new Set<string>()
    const draw = (): Choice => (['ours', 'theirs', 'both'] as const)[Math.floor(random() * 3)] ?? 'ours'
    for (const { path, parts, ours, theirs } of overlaps) {
      const hunks = parts?.flatMap((part) => ('text' in part ? [] : [part]))
      choices.set(path, hunks ? hunks.map(draw) : ours === undefined || theirs === undefined ? 'ours' : draw())
      const sides = hunks?.flatMap((hunk) => [hunk.ours, hunk.theirs, hunk.base]) ?? [ours ?? '', theirs ?? '']
      for (const side of sides) for (const token of tokensOf(new Map([['side', side]])).keys()) shown.add(token)
    }
    let settled = settle({ base, ours: files, theirs: head.files, choices })
    // Who kept both sides and has a document that cannot be read any more chooses again.
    for (const { path, parts } of overlaps) {
      if (!/\.yaml$/.test(path) || parseYaml(textOf(settled, path) ?? '').ok) continue
      choices.set(path, parts?.flatMap((part) => ('text' in part ? [] : ['theirs' as const])) ?? 'theirs')
      settled = settle({ base, ours: files, theirs: head.files, choices })
    }
    const [old, own, other, now] = [base, files, head.files, settled].map(tokensOf)
    for (const token of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])])) {
      if (now?.has(token)) {
        if (shown.has(token)) ledger.doubled.add(token)
      } else if (shown.has(token)) ledger.decided.add(token)
      else if (!old?.has(token) || (own?.has(token) && other?.has(token)))
        ledger.failures.push(`Settling a conflict lost ${token}, which was not shown.`)
    }
    files = changedPaths(merged, settled).length === 0 ? merged : settled
    saved = head
  }

  return { edit, save, saved: () => saved }
}

/** Tokens that an edit took away. */
function goneBetween(before: Files, after: Files): string[] {
  const now = tokensOf(after)
  return [...tokensOf(before).keys()].filter((token) => !now.has(token))
}
