import type { Files } from '@/lib/plugin/files'
import type { Store } from '../store/store'
import { followHead } from './follow-head'
import { tellListeners } from './heard'
import { keepBeating } from './keep-beating'
import type { Message, Person, Role } from './messages'
import { pointerOf } from '@/lib/plugin/yaml/pointer'
import { shareStream } from './share-stream'

export interface LiveHooks {
  readonly onPeople: (people: readonly Person[]) => void
  readonly onYou: (userId: string) => void
  readonly onAccess: (access: Role | 'gone' | 'signed-out') => void
  /** Others' work came into the files. */
  readonly onChange: (before: Files, after: Files) => void
}

/** Ties an open plugin to what others do, by the stream that the browser's tabs share and by beats. Gives the way to end it. */
export function startLive(store: Store, projectId: string, hooks: LiveHooks): () => void {
  const head = followHead(store, projectId, hooks.onChange)
  let end = begin()

  function begin() {
    const tab = crypto.randomUUID()
    const place = () => ({ file: store.get().place.file, at: pointerOf(store.get().place.at) })
    let carried = false
    const beating = keepBeating({ projectId, tab, place, isCarried: () => carried, hear, onYou: hooks.onYou })
    const canShare = 'locks' in navigator && typeof BroadcastChannel === 'function'
    const listening = canShare
      ? shareStream({ tab, projectId, hear: hearStream, onCarried: (now) => (carried = now) })
      : undefined
    const unsubscribe = store.subscribe((state, before) => {
      if (state.place.file !== before.place.file || state.place.at !== before.place.at) beating.soon()
    })

    function hearStream(message: Message) {
      hear(message)
      // What is gone the stream does not speak for; the beats see it come back.
      if (message.kind === 'again' || (message.kind === 'gone' && message.projectId === projectId)) beating.soon()
    }

    function hear(message: Message) {
      if ('projectId' in message && message.projectId !== projectId) return
      tellListeners(message)
      if (message.kind === 'head') {
        hooks.onAccess(message.role)
        head.to(message.revision)
      } else if (message.kind === 'people') hooks.onPeople(message.people)
      else if (message.kind === 'gone' || message.kind === 'signed-out') hooks.onAccess(message.kind)
    }

    const wake = () => {
      if (document.hidden) return
      listening?.wake()
      beating.soon()
    }
    addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      unsubscribe()
      listening?.stop()
      beating.stop()
    }
  }

  // A page that the browser keeps for the way back is nowhere, and reads nothing.
  const hide = () => end()
  const show = (event: PageTransitionEvent) => event.persisted && (end = begin())
  addEventListener('pagehide', hide)
  addEventListener('pageshow', show)
  return () => {
    removeEventListener('pagehide', hide)
    removeEventListener('pageshow', show)
    end()
    head.stop()
  }
}
