'use client'

import { Wrench } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/toast'
import type { Finding } from '@/lib/plugin/document'
import { fixPlugin } from '@/lib/plugin/fix'
import { undoNewest } from '../store/undo-newest'
import { useEditor, useStore } from '../store/use-editor'

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

  function fixAll() {
    const { files, done } = fixPlugin(store.get().files)
    const label = done.length === 1 ? 'Fix 1 problem' : `Fix ${done.length} problems`
    if (store.change(label, () => files))
      showToast(`${label.replace('Fix', 'Fixed')}`, { label: 'Undo', run: undoNewest(store) })
  }

  return (
    <span className="flex min-w-0 items-center gap-2 max-sm:hidden">
      <Input
        type="search"
        aria-label="Filter the problems"
        placeholder="Filter"
        value={words}
        onChange={(event) => onWords(event.target.value)}
        edge="w-44 min-h-6"
        className="py-0"
      />
      {fixable > 1 && !readOnly && (
        <Button size="compact" icon={Wrench} onClick={fixAll}>
          Fix {fixable} mechanical
        </Button>
      )}
    </span>
  )
}
