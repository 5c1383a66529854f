'use client'

import { ArrowDownToLine } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { givenByDrop, type Given } from './dropped-files'

/** Takes files that are dropped anywhere on the page and shows where they will go while they hover. */
export function DropAnywhere({ onDrop }: { onDrop: (given: Promise<Given | undefined>) => void }) {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onDrop)

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving a child is no leaving of the window: only then there is no related target.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      take(givenByDrop(event.dataTransfer))
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-(--z-dialog) bg-scrim p-2">
      <div className="grid h-full place-items-center rounded-layer border-2 border-dashed border-accent">
        <p className="flex items-center gap-3 rounded-layer bg-raised px-5 py-4 text-15 font-semibold shadow-lift-high">
          <Icon of={ArrowDownToLine} size={20} className="text-accent" />
          Drop to open the plugin
        </p>
      </div>
    </div>
  )
}
