'use client'

import { useSyncExternalStore } from 'react'

/** Sizes that a person chose, in pixels; undefined is the look's own. */
export interface Sizes {
  readonly outline?: number
  readonly file?: number
  readonly problems?: number
}

const key = 'plugwright-panes'

function remembered(): Sizes {
  try {
    const sizes: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const read = (name: string) => {
      const value: unknown =
        typeof sizes === 'object' && sizes !== null ? Object.getOwnPropertyDescriptor(sizes, name)?.value : undefined
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    }
    return { outline: read('outline'), file: read('file'), problems: read('problems') }
  } catch {
    return {}
  }
}

const listeners = new Set<() => void>()
const none: Sizes = {}
let current: Sizes | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function setSizes(part: Sizes): void {
  current = { ...(current ?? remembered()), ...part }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // A browser without storage forgets them.
  }
  for (const listener of listeners) listener()
}

/** The sizes of the panes, remembered in this browser; the look's own while the server draws. */
export function useSizes(): [Sizes, (part: Sizes) => void] {
  const sizes = useSyncExternalStore(
    subscribe,
    () => (current ??= remembered()),
    () => none,
  )
  return [sizes, setSizes]
}
