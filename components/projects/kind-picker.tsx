'use client'

import { useState } from 'react'
import * as Checkbox from 'radix-ui/checkbox'
import { Check } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { NamedIcon } from '@/components/ui/named-icon'
import type { KindChoice } from './kind-choice'

/** The kinds in a grid of hairlines. Choosing one that stands alone leaves the others; the last one cannot be left. */
export function KindPicker({
  kinds,
  chosen,
  onChange,
  labelledBy,
}: {
  kinds: readonly KindChoice[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
  labelledBy: string
}) {
  const [keptLast, setKeptLast] = useState(false)
  function toggle(kind: KindChoice, on: boolean) {
    const last = !on && chosen.length === 1
    setKeptLast(last)
    if (last) return
    if (!on) return onChange(chosen.filter((id) => id !== kind.id))
    const others = kind.alone ? [] : chosen.filter((id) => kinds.find((other) => other.id === id)?.alone === false)
    onChange(kinds.map(({ id }) => id).filter((id) => id === kind.id || others.includes(id)))
  }
  return (
    <>
      <div role="group" aria-labelledby={labelledBy} className="grid grid-cols-1 border-t border-line sm:grid-cols-2">
        {kinds.map((kind) => (
          <label
            key={kind.id}
            className="quick relative grid grid-cols-[16px_minmax(0,1fr)_14px] gap-3 border-b border-line px-4 py-3.5 hover:bg-hover has-data-[state=checked]:bg-mark sm:[&:nth-child(odd)]:border-r sm:[&:nth-child(odd)]:pl-3.5 has-data-[state=checked]:before:absolute has-data-[state=checked]:before:inset-y-0 has-data-[state=checked]:before:left-0 has-data-[state=checked]:before:w-0.5 has-data-[state=checked]:before:bg-accent has-data-[state=checked]:before:content-[''] [&:has([data-state=checked])_b]:text-accent-ink [&:has([data-state=checked])>svg]:text-accent"
          >
            <NamedIcon name={kind.icon} className="mt-0.5 text-ink-3" />
            <span>
              <b className="block">{kind.title}</b>
              <span className="text-ink-2">{kind.summary}</span>
            </span>
            <Checkbox.Root
              checked={chosen.includes(kind.id)}
              onCheckedChange={(checked) => toggle(kind, checked === true)}
              aria-label={kind.title}
              className="mt-[3px] grid size-3.5 place-items-center rounded-tag border border-control bg-surface text-on-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent"
            >
              <Checkbox.Indicator>
                <Icon of={Check} size={12} />
              </Checkbox.Indicator>
            </Checkbox.Root>
          </label>
        ))}
      </div>
      <p role="status" className={keptLast ? 'mt-2 text-12 text-ink-2' : 'sr-only'}>
        {keptLast && 'A plugin gives Dify at least one thing.'}
      </p>
    </>
  )
}
