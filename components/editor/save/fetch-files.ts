import { applyChanges, changesSchema } from '@/lib/plugin/changes'
import { object, string } from 'zod'
import type { Saved } from '../store/store'

const filesAnswer = object({ revision: string(), files: changesSchema })

/** The files of a project, now or at a revision. `gone`: there is none; `unreachable`: another try may help. */
export async function fetchFiles(projectId: string, revision?: string): Promise<Saved | 'gone' | 'unreachable'> {
  const query = revision === undefined ? '' : `?revision=${encodeURIComponent(revision)}`
  const response = await fetch(`/api/projects/${projectId}/files${query}`).catch(() => undefined)
  if (response?.status === 404) return 'gone'
  if (!response?.ok) return 'unreachable'
  const answer = filesAnswer.parse(await response.json())
  return { revision: answer.revision, files: applyChanges(new Map(), answer.files) }
}
