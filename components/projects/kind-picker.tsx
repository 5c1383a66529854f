'use client'

import { useState } from 'react'
import * as Checkbox from 'radix-ui/checkbox'
import { Check } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { besideRefusal } from '@/lib/plugin/kinds/beside'
import type { NewKindChoice } from './kind-choice'
import { KindPicture } from './kind-picture'

/**
 * The kinds in a grid of hairlines, each with where it appears. What Dify refuses beside the one that is chosen now leaves, and
 * the line below says why; the last one cannot be left.
 */
export function KindPicker({
  kinds,
  chosen,
  onChange,
  labelledBy,
}: {
  kinds: readonly NewKindChoice[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
  labelledBy: string
}) {
  const [said, setSaid] = useState<string>()
  function toggle(kind: NewKindChoice, on: boolean) {
    const others = kinds.filter(({ id }) => id !== kind.id && chosen.includes(id))
    const refusal = on ? others.map((other) => besideRefusal(other, [kind])).find(Boolean) : undefined
    setSaid(on || others.length > 0 ? refusal : 'A plugin gives Dify at least one thing.')
    if (!on && others.length === 0) return
    const kept = others.filter((other) => !on || besideRefusal(kind, [other]) === undefined).map(({ id }) => id)
    onChange(kinds.map(({ id }) => id).filter((id) => kept.includes(id) || (on && id === kind.id)))
  }
  return (
    <div className="@container">
      <div
        role="group"
        aria-labelledby={labelledBy}
        className="grid grid-cols-1 border-t border-line @min-[560px]:grid-cols-2"
      >
        {kinds.map((kind) => (
          <label
            key={kind.id}
            className="group quick relative grid grid-cols-[96px_minmax(0,1fr)_14px] gap-3 border-b border-line py-2 pl-3.5 pr-4 hover:bg-hover has-data-[state=checked]:bg-mark has-data-[state=checked]:before:absolute has-data-[state=checked]:before:inset-y-0 has-data-[state=checked]:before:left-0 has-data-[state=checked]:before:w-0.5 has-data-[state=checked]:before:bg-accent has-data-[state=checked]:before:content-[''] @min-[560px]:py-3.5 @min-[560px]:nth-odd:border-r"
          >
            <KindPicture id={`${kind.id}-picture`} drawing={kind.picture} icon={kind.icon} />
            <span>
              <b className="block group-has-data-[state=checked]:text-accent-ink">{kind.title}</b>
              <span id={`${kind.id}-summary`} className="text-ink-2">
                {kind.summary}
              </span>
            </span>
            <Checkbox.Root
              checked={chosen.includes(kind.id)}
              onCheckedChange={(checked) => toggle(kind, checked === true)}
              aria-label={kind.title}
              aria-describedby={`${kind.id}-summary ${kind.id}-picture`}
              className="mt-[3px] grid size-3.5 place-items-center rounded-tag border border-control bg-surface text-on-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent"
            >
              <Checkbox.Indicator>
                <Icon of={Check} size={12} />
              </Checkbox.Indicator>
            </Checkbox.Root>
          </label>
        ))}
      </div>
      <p role="status" className="mt-2 min-h-4 text-12 text-ink-2">
        {said ?? sharingHint(kinds)}
      </p>
    </div>
  )
}

function sharingHint(kinds: readonly NewKindChoice[]): string {
  const sharing = kinds.filter(({ alone }) => !alone).map(({ title }) => title)
  const names = sharing.map((title, index) => (index === 0 ? title : title.toLowerCase())).join(' and ')
  return `${names} may share a plugin.${kinds.some((kind) => kind.alone) ? ' The other kinds stand alone.' : ''}`
}
