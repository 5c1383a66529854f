import { useParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { useEditor } from '../store/use-editor'

const keyOf = (projectId: string, user: string, name: string) => `plugwright.comment.${projectId}.${user}.${name}`

/** What the browser does not keep, for want of space or leave: this page does. */
const unkept = new Map<string, string | undefined>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * What somebody is writing here and has neither sent nor discarded: it outlives the pane and the page, under the person's own ids. `name` says
 * what it is, of this project; what is as it began is not kept.
 */
export function useDraft(name: string, start = ''): [string, (text: string) => void] {
  const projectId = String(useParams().projectId)
  const self = useEditor((state) => state.self)
  const [own = '', ...guests] = self.map((user) => keyOf(projectId, user, name))
  const find = () => [own, ...guests].map(read).find((text) => text !== undefined)
  const text = useSyncExternalStore(subscribe, find, () => undefined)
  return [
    text ?? start,
    (next) => {
      for (const guest of guests) write(guest, undefined)
      write(own, next === start ? undefined : next)
      for (const listener of listeners) listener()
    },
  ]
}

function read(key: string): string | undefined {
  try {
    return unkept.has(key) ? unkept.get(key) : (localStorage.getItem(key) ?? undefined)
  } catch {
    return undefined
  }
}

function write(key: string, text: string | undefined): void {
  unkept.delete(key)
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    unkept.set(key, text)
  }
}
