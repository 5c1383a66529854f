import type { Message } from './messages'

const listeners = new Set<(message: Message) => void>()

/** What the server tells the open plugin, for parts that follow something of their own; gives the way to stop. */
export function listenToProject(listener: (message: Message) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Hands a message on to them. */
export function tellListeners(message: Message): void {
  for (const listener of [...listeners]) listener(message)
}
