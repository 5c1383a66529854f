import type { Files } from '@/lib/plugin/files'
import { becomeGuest } from './become-guest'

export type Started = { ok: true; id: string } | { ok: false; reason: string }

/**
 * Makes a project of these files. A visitor without an account becomes a guest first, on the same page; the guest's work
 * stays with this browser and moves to an account that is made or entered later.
 */
export async function startProject(files: Files, signedIn: boolean): Promise<Started> {
  try {
    if (!signedIn && !(await becomeGuest()))
      return { ok: false, reason: 'The guest account was not made. Reload the page and try again.' }
    const { changesOf } = await import('@/lib/plugin/changes')
    const answer = await fetch('/api/projects', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ files: changesOf(files) }),
    })
    const body: unknown = await answer.json().catch(() => undefined)
    if (answer.ok && hasText(body, 'id')) return { ok: true, id: body.id }
    const said = sentenceOf(body)
    return {
      ok: false,
      reason: said ?? `The server did not take the plugin (status ${answer.status}). Try again in a moment.`,
    }
  } catch {
    return {
      ok: false,
      reason: 'The server cannot be reached. The plugin was not changed; try again when the connection is back.',
    }
  }
}

/** The sentence of an error answer: every route of ours sends `{ error: { message } }`. */
function sentenceOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined
  return hasText(body.error, 'message') ? body.error.message : undefined
}

function hasText<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
}
