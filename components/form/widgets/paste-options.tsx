'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { optionsFromLines } from '@/lib/plugin/schema/option-lines'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { useSource, useValue } from '../source-context'

/** Many options at once, a line each: one step of undo. `room` is how many the list may still get. */
export function PasteOptions({ path, room, onDone }: { path: YamlPath; room: number; onDone: () => void }) {
  const source = useSource()
  const list = useValue(path)
  const [text, setText] = useState('')
  const taken = Array.isArray(list) ? list.map((option) => valueAt(option, ['value'])) : []
  const { options: read, skipped } = optionsFromLines(text, taken)
  const options = read.slice(0, room)
  const over = read.length - options.length

  function add() {
    const outcome = source.append(
      path,
      options,
      options.length === 1 ? 'Add 1 option' : `Add ${options.length} options`,
    )
    if (outcome.ok) onDone()
  }

  return (
    <div className="grid gap-2 border border-line-strong p-3">
      <TextArea
        autoFocus
        mono
        aria-label="Options, a line each"
        placeholder={'metric, Celsius and millimetres\nimperial, Fahrenheit and inches'}
        least={3}
        most={12}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="compact"
          disabledReason={options.length > 0 ? undefined : 'Write a value on a line first'}
          onClick={add}
        >
          {options.length === 1 ? 'Add 1 option' : `Add ${options.length} options`}
        </Button>
        <Button look="ghost" size="compact" onClick={onDone}>
          Cancel
        </Button>
        <span role="status" className="text-12 text-ink-3">
          {over > 0
            ? `${over} left out: the list is full then`
            : skipped > 0
              ? `${skipped} left out: there already`
              : 'A value, or a value, a comma and its label'}
        </span>
      </div>
    </div>
  )
}
