'use client'

import { Wrench } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { Finding } from '@/lib/plugin/document'
import { useEditor, useStore } from '../store/use-editor'
import { fixAll } from './fix-all'

/** The filter of the list, and every mechanical repair in one step. */
export function ProblemTools({
  findings,
  words,
  onWords,
}: {
  findings: readonly Finding[]
  words: string
  onWords: (words: string) => void
}) {
  const store = useStore()
  const readOnly = useEditor((state) => state.readOnly)
  const fixable = findings.filter(({ fix }) => fix).length

  return (
    <span className="flex min-w-0 items-center gap-2 max-sm:order-last max-sm:basis-full max-sm:pb-2 max-sm:pr-2">
      <Input
        type="search"
        aria-label="Filter the problems"
        placeholder="Filter"
        value={words}
        onChange={(event) => onWords(event.target.value)}
        edge="w-44 min-w-24 min-h-6 max-sm:flex-1"
        className="py-0"
      />
      {fixable > 1 && !readOnly && (
        <Button size="compact" icon={Wrench} onClick={() => fixAll(store)}>
          <span>
            Fix {fixable}
            <span className="max-md:sr-only"> mechanical</span>
          </span>
        </Button>
      )}
    </span>
  )
}
