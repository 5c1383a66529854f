'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/input'
import { layerStyle } from '@/components/ui/layer-style'
import { presetById, presets } from '@/lib/oauth/presets/presets'
import type { OAuthPreset } from '@/lib/oauth/presets/preset'
import { Labelled } from './labelled'

const id = 'preset'
const listId = `${id}-list`

/** The service, chosen from those that are known: type to find, arrows choose, Enter takes. */
export function PresetPicker({ chosen, onChoose }: { chosen: string; onChoose: (preset: OAuthPreset) => void }) {
  const [words, setWords] = useState<string>()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const open = words !== undefined
  const label = presetById(chosen)?.label ?? ''
  const found = presets.filter((preset) => matches(preset, words ?? ''))

  function point(index: number) {
    setAt(index)
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }

  function show(text = '') {
    setWords(text)
    setAt(
      text === ''
        ? Math.max(
            0,
            presets.findIndex((preset) => preset.id === chosen),
          )
        : 0,
    )
  }

  function choose(preset: OAuthPreset | undefined) {
    setWords(undefined)
    if (preset) onChoose(preset)
  }

  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (open) point((at + step + found.length) % Math.max(found.length, 1))
      else show()
    }
    if (!open) return
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(found[at])
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      setWords(undefined)
    }
  }

  return (
    <Labelled id={id} label="Service">
      <div className="relative">
        <Input
          id={id}
          role="combobox"
          data-ready-control
          aria-expanded={open}
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open && found.length > 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={words ?? label}
          placeholder={label}
          onClick={() => !open && show()}
          onChange={(event) => show(event.target.value)}
          onBlur={() => setWords(undefined)}
          onKeyDown={keys}
          end={<Icon of={ChevronsUpDown} size={14} className="-mr-0.5 text-ink-3" />}
        />
        {open && (
          <div className={classNames(layerStyle, 'absolute inset-x-0 top-full mt-1')}>
            <ul ref={list} id={listId} role="listbox" aria-label="Services" className="max-h-80 overflow-y-auto">
              {found.map((preset, index) => (
                <li
                  key={preset.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  onPointerMove={() => setAt(index)}
                  // Before the field loses the focus, which closes the list.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(preset)}
                  className={classNames(
                    'flex min-h-7 items-center gap-2 rounded-[4px] px-2 max-sm:min-h-11',
                    index === at && 'bg-hover',
                  )}
                >
                  <span className={classNames('truncate', preset.id === chosen && 'font-medium text-accent-ink')}>
                    {preset.label}
                  </span>
                  {preset.source === 'vendor-documentation' && (
                    <span className="ml-auto shrink-0 text-12 text-ink-3">from its documentation</span>
                  )}
                </li>
              ))}
            </ul>
            {found.length === 0 && (
              <p role="status" className="px-2 py-1 text-ink-2">
                No preset is called “{words}”. Take “Another OAuth 2 service”.
              </p>
            )}
          </div>
        )}
      </div>
    </Labelled>
  )
}

function matches({ label, id }: OAuthPreset, words: string): boolean {
  const name = `${label} ${id}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word))
}
