'use client'

import { useSyncExternalStore } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'

const FocusedLines = lazyPart('The lines', () => import('./focused-lines').then((module) => module.FocusedLines))

/** The width up to which workbench.module.css shows the peek. */
const narrow = '(max-width: 899px)'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(narrow)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Where the file has no room: the focused line with the one before and the one after. Costs nothing while there is room. */
export function Peek({ className }: { className?: string }) {
  const shows = useSyncExternalStore(
    subscribe,
    () => matchMedia(narrow).matches,
    () => false,
  )
  return shows ? <FocusedLines className={className} /> : null
}
