import { useEffect, useRef } from 'react'
import { array, number, object, string, union, type z } from 'zod'
import { Button } from '@/components/ui/button'
import { textOf } from '@/lib/plugin/files'
import { placeNow } from '@/lib/plugin/place-now'
import type { EditorState, Store } from '../store/store'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { useDraft } from './drafts'
import { newThread } from './known-threads'
import { nameOf } from './place-words'
import type { Named } from './threads'
import { WriteComment } from './write-comment'

const targetSchema = union([
  object({ file: string(), field: array(union([string(), number()])) }),
  object({ file: string(), line: number(), lines: number() }),
])

type Target = z.infer<typeof targetSchema>

const filesIn = (state: EditorState) => state.files

/** A new thread on the chosen field or lines. What is being written stays with the place that it was begun at, whatever is chosen or opened then. */
export function NewThread({
  people,
  onSend,
}: {
  people: readonly Named[]
  onSend: (body: unknown) => Promise<unknown>
}) {
  const store = useStore()
  const box = useRef<HTMLDivElement>(null)
  const chosenLines = useUi((state) => state.commentOn)
  const ui = useUiStore()
  const asked = useUi((state) => state.thread)
  const place = useEditor((state) => state.place)
  const files = useSettled(filesIn)
  const [keptPlace, keepPlace] = useDraft('new place', 'null')
  const begun = targetFrom(keptPlace)
  const lines = chosenLines && chosenLines.file === place.code ? chosenLines : undefined
  const chosen: Target | undefined =
    lines ?? (place.at.length > 0 ? { file: place.file, field: [...place.at] } : undefined)
  const target = begun ?? chosen

  useEffect(() => {
    const field = asked === newThread ? box.current?.querySelector('textarea') : undefined
    if (!field) return
    field.focus()
    ui.set({ thread: undefined })
  }, [asked, ui])

  if (!target)
    return (
      <p className="px-6 py-2.5 text-12 text-ink-3 max-md:px-4">
        Choose a field, or lines of a file, to comment on it.
      </p>
    )
  const name = nameOfTarget(target)
  const other = begun && chosen && nameOfTarget(chosen) !== name ? chosen : undefined
  return (
    <div ref={box} className="px-6 py-2.5 max-md:px-4">
      {other && (
        <p className="flex flex-wrap items-center gap-2 pb-1.5 text-12 text-ink-2">
          On {name}.
          <Button size="compact" onClick={() => keepPlace(JSON.stringify(other))}>
            On {nameOfTarget(other)} instead
          </Button>
        </p>
      )}
      <WriteComment
        draft="new"
        label={`Comment on ${name}`}
        verb="Comment"
        people={people}
        onDraft={(writes) => keepPlace(writes ? JSON.stringify(target) : 'null')}
        onSend={async (comment) => onSend({ ...comment, ...inSaved(store, target) })}
      />
    </div>
  )

  function nameOfTarget(of: Target): string {
    return nameOf(files, of.file, 'field' in of ? { ...of, line: 1, lines: 1 } : of)
  }
}

/** The place that was kept; none where it cannot be read. */
function targetFrom(kept: string): Target | undefined {
  try {
    return targetSchema.safeParse(JSON.parse(kept)).data
  } catch {
    return undefined
  }
}

/** The place in the saved revision, which is the one that everybody has. */
function inSaved(store: Store, target: Target) {
  const { files, saved } = store.get()
  const [before, after] = [textOf(files, target.file), textOf(saved.files, target.file)]
  const at = 'field' in target ? { line: 1, lines: 1, field: target.field } : target
  const place = before === undefined || after === undefined ? undefined : placeNow(before, after, at)
  if (!place) throw new Error('Wait until the change is saved: others do not have this place yet.')
  return {
    file: target.file,
    revision: saved.revision,
    place: place.field ? { field: place.field } : { line: place.line, lines: place.lines },
  }
}
