import { QueryClient, queryOptions } from '@tanstack/react-query'
import { textOf, type Files } from '@/lib/plugin/files'
import { placeNow, type PlaceNow } from '@/lib/plugin/place-now'
import type { EditorState, Saved } from '../store/store'
import { openComments, type UiStore } from '../store/ui-state'
import { fetchThreads, type Thread, type Threads } from './threads'

/** What people said, once for all parts of the editor that show it. */
export const commentQueries = new QueryClient()

/** The server says when there is something new; what opens a while after that asks again all the same. */
const FRESH_MS = 5_000

export const threadsOf = (projectId: string) =>
  queryOptions({
    queryKey: ['threads', projectId],
    queryFn: () => fetchThreads(projectId),
    staleTime: FRESH_MS,
  })

const spokenOf = new WeakMap<Threads, Files>()

/** The files that the places of an answer are in; until those are here, the closest there are. */
function filesOf(answer: Threads, saved: Saved): Files {
  if (saved.revision === answer.revision || !spokenOf.has(answer)) spokenOf.set(answer, saved.files)
  return spokenOf.get(answer) ?? saved.files
}

/** Where a thread stands in the files as they are here; undefined where that is gone. */
export function placeHere(
  thread: Thread,
  answer: Threads,
  { files, saved }: Pick<EditorState, 'files' | 'saved'>,
): PlaceNow | undefined {
  const before = textOf(filesOf(answer, saved), thread.file)
  const after = textOf(files, thread.file)
  const place = thread.place && before !== undefined && after !== undefined && placeNow(before, after, thread.place)
  return place ? { ...place, changed: place.changed || thread.place?.changed === true } : undefined
}

/** Threads nobody has resolved, of one file. */
export function openThreads(answer: Threads | undefined, file: string): Thread[] {
  return answer?.threads.filter((thread) => thread.resolved === undefined && thread.file === file) ?? []
}

/** How many comments there are, in words. */
export function countText(threads: readonly Thread[]): string {
  const count = threads.reduce((sum, { comments }) => sum + comments.length, 0)
  return count === 1 ? '1 comment' : `${count} comments`
}

/** In place of a thread: the one that is about to be written. */
export const newThread = 'new'

/** Opens the comments at one thread, which takes the focus. */
export function openThread(ui: UiStore, thread: string, commentOn = ui.get().commentOn): void {
  openComments(ui, commentOn)
  ui.set({ thread })
}
