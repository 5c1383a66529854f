'use client'

import { useLayoutEffect, useState } from 'react'

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
      const value: unknown = typeof sizes === 'object' && sizes !== null ? Object.getOwnPropertyDescriptor(sizes, name)?.value : undefined
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    }
    return { outline: read('outline'), file: read('file'), problems: read('problems') }
  } catch {
    return {}
  }
}

/** The sizes of the panes, remembered in this browser. */
export function useSizes(): [Sizes, (part: Sizes) => void] {
  const [sizes, setSizes] = useState<Sizes>({})
  useLayoutEffect(() => setSizes(remembered()), [])
  return [
    sizes,
    (part) => {
      const next = { ...sizes, ...part }
      setSizes(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // A browser without storage forgets them.
      }
    },
  ]
}
