import 'server-only'
import { host } from '../host'

/** A browser needs one for all its tabs. */
export const MOST_STREAMS = 20

declare global {
  /** The open event streams of this process, by the person who reads them: the way to close each. */
  var plugwrightStreams: Map<string, Set<() => void>> | undefined
}

const streams = () => (globalThis.plugwrightStreams ??= new Map<string, Set<() => void>>())

/** How many streams a person has open in this process. */
export function countStreams(userId: string): number {
  return streams().get(userId)?.size ?? 0
}

/** How many streams are open in this process. */
export function countAllStreams(): number {
  return [...streams().values()].reduce((sum, own) => sum + own.size, 0)
}

/** Counts a stream until the returned function is called. One that begins while the server stops ends at once. */
export function holdStream(userId: string, close: () => void): () => void {
  const own = streams().get(userId) ?? new Set()
  streams().set(userId, own)
  own.add(close)
  if (host().stopping) queueMicrotask(close)
  return () => {
    own.delete(close)
    if (own.size === 0 && streams().get(userId) === own) streams().delete(userId)
  }
}

/** Ends every stream: a server that stops would wait for them. Their readers come back by themselves, to whoever answers then. */
export function closeStreams(): void {
  for (const own of [...streams().values()]) for (const close of [...own]) close()
}
