import { applyChanges, changesSchema, type Change } from '@/lib/plugin/changes'
import { object, string, type z } from 'zod'
import type { Saved } from '../store/store'

const filesAnswer = object({ revision: string(), files: changesSchema })
const changesAnswer = object({ revision: string(), changes: changesSchema })

/** A connection that went to sleep never answers: whoever waits for longer asks anew. */
const PATIENCE_MS = 60_000

/** The files of a project, now or at a revision. `gone`: there is none; `unreachable`: another try may help. */
export async function fetchFiles(projectId: string, revision?: string): Promise<Saved | 'gone' | 'unreachable'> {
  const query = revision === undefined ? '' : `?revision=${encodeURIComponent(revision)}`
  const answer = await ask(`/api/projects/${projectId}/files${query}`, filesAnswer)
  if (typeof answer === 'string') return answer
  return { revision: answer.revision, files: applyChanges(new Map(), answer.files) }
}

/** What leads from a revision to the files as they are now: only the files that changed. */
export function fetchChanges(
  projectId: string,
  since: string,
): Promise<{ revision: string; changes: readonly Change[] } | 'gone' | 'unreachable'> {
  return ask(`/api/projects/${projectId}/files?since=${encodeURIComponent(since)}`, changesAnswer)
}

async function ask<T>(address: string, schema: z.ZodType<T>): Promise<T | 'gone' | 'unreachable'> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.status === 404) return 'gone'
    // What is no answer of ours is one of something on the way: of the sign-in page of a hotel.
    return response.ok ? schema.parse(await response.json()) : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
