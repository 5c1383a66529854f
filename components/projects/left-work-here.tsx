'use client'

import { usePathname } from 'next/navigation'
import { lazyPart } from '@/components/ui/lazy-part'

const LeftWork = lazyPart('Unsaved work', () => import('../editor/save/left-work').then((module) => module.LeftWork))

/** On a page that found nothing: unsaved work that this browser keeps of the project at this address. */
export function LeftWorkHere() {
  const projectId = /^\/projects\/([^/]+)/.exec(usePathname())?.[1]
  if (projectId === undefined) return null
  return (
    <LeftWork
      projectId={projectId}
      why="It was never saved to this plugin: take the files along."
      className="mx-4 max-w-[88ch] md:mx-10"
    />
  )
}
