'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Segments } from '@/components/ui/segments'
import type { FileContent } from '@/lib/plugin/files'
import { mergeFiles } from '@/lib/plugin/merge'
import { DiffLines } from '../diff-lines'
import { useEditor, useStore } from '../store/use-editor'
import { settle, type Choice } from './absorb'

const choices = [
  { value: 'ours', label: 'Mine' },
  { value: 'theirs', label: 'Theirs' },
  { value: 'both', label: 'Both' },
]

/** Both sides of a save that overlaps, file by file. Until a choice is made nothing is written over. */
export function ConflictView({ onClose }: { onClose: () => void }) {
  const store = useStore()
  const conflict = useEditor((state) => state.conflict)
  const files = useEditor((state) => state.files)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  const conflicts = useMemo(
    () => (conflict ? mergeFiles(conflict.base, files, conflict.head.files).conflicts : []),
    [conflict, files],
  )
  if (!conflict) return null
  const base = conflict.base
  const open = conflicts.filter(({ path }) => !chosen.has(path)).length

  function use() {
    if (!conflict) return
    const asked = new Map([...chosen].filter(([path]) => conflicts.some((each) => each.path === path)))
    const settled = settle({ base, ours: files, theirs: conflict.head.files, choices: asked })
    store.absorb(settled, conflict.head)
    store.note({ conflict: undefined, save: { kind: 'waiting' } })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      wide
      title="Which side shall stay?"
      answers={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button
            look="primary"
            disabledReason={open > 0 ? `Choose for ${open === 1 ? 'one more file' : `${open} more files`}` : undefined}
            onClick={use}
          >
            Use these
          </Button>
        </>
      }
    >
      <p>
        While you worked, the same lines were changed by somebody else or in another tab of yours. All other files are
        merged. “Mine” and “Theirs” take the whole file as that side has it; “Both” keeps the two files. Your text stays
        here until you choose.
      </p>
      {conflicts.map(({ path, reason }) => (
        <section key={path} aria-label={path} className="mt-4 border-t border-line pt-3">
          <div className="flex flex-wrap items-center gap-3 pb-2">
            <h3 className="code-text font-medium text-ink">{path}</h3>
            <span className="min-w-0 flex-1 text-12">{reason}</span>
            <Segments
              aria-label={`Which ${path}`}
              value={chosen.get(path)}
              choices={choices}
              onValueChange={(value) => {
                if (value === 'ours' || value === 'theirs' || value === 'both')
                  setChosen(new Map(chosen).set(path, value))
              }}
            />
          </div>
          <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
            <Side title="Mine" path={path} base={base.get(path)} content={files.get(path)} />
            <Side title="Theirs" path={path} base={base.get(path)} content={conflict.head.files.get(path)} />
          </div>
          {chosen.get(path) === 'both' && (
            <p className="pt-1 text-12">
              Theirs stays under this name, yours is put beside it with “.mine” in its name.
            </p>
          )}
        </section>
      ))}
    </Dialog>
  )
}

function Side({
  title,
  path,
  base,
  content,
}: {
  title: string
  path: string
  base: FileContent | undefined
  content: FileContent | undefined
}) {
  return (
    <div className="min-w-0">
      <p className="pb-1 text-12">{title}</p>
      <DiffLines label={`${title}: ${path}`} path={path} before={base} after={content} />
    </div>
  )
}
