import { InlineMessage } from '@/components/ui/inline-message'
import { Segments } from '@/components/ui/segments'
import type { Overlap } from '@/lib/plugin/merge'
import type { Choice } from './absorb'
import { breaksYaml, hunksOf, placesOf, type Choices } from './conflict-choices'
import { ContentSide, LinesSide } from './conflict-side'

const labels = [
  { value: 'ours', label: 'Mine' },
  { value: 'theirs', label: 'Theirs' },
  { value: 'both', label: 'Both' },
]

export interface ConflictFileProps {
  overlap: Overlap
  chosen: Choices
  onChoose: (places: readonly string[], choice: Choice) => void
}

/** One file that both sides changed: its hunks with both sides, or both contents where it has no lines to compare. */
export function ConflictFile({ overlap, chosen, onChoose }: ConflictFileProps) {
  const { path, reason } = overlap
  const hunks = hunksOf(overlap)
  const places = placesOf(overlap)
  const values = new Set(places.map((place) => chosen.get(place)))
  const several = places.length > 1
  return (
    <section aria-label={path} className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="code-text font-medium text-ink">{path}</h3>
        <span className="min-w-0 flex-1 text-12">{reason}</span>
        {several && (
          <span className="flex items-center gap-2 text-12">
            All {places.length} places
            <Sides
              label={`All of ${path}`}
              value={values.size === 1 ? [...values][0] : undefined}
              onChoose={(choice) => onChoose(places, choice)}
            />
          </span>
        )}
      </div>
      {places.map((place, index) => {
        const hunk = hunks?.[index]
        const choice = chosen.get(place)
        const name = hunk ? `${path}, line ${hunk.line}` : path
        return (
          <div key={place} role="group" aria-label={name} className="pt-2">
            <div className="flex items-center gap-3 pb-1.5">
              <span className="min-w-0 flex-1 text-12">{hunk ? `From line ${hunk.line}` : 'The whole file'}</span>
              <Sides
                label={`Which side of ${name}`}
                value={choice}
                onChoose={(next) => onChoose([place], next)}
                // One of the two is that there is no file.
                both={overlap.ours !== undefined && overlap.theirs !== undefined}
              />
            </div>
            <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
              {(['ours', 'theirs'] as const).map((side) => {
                const title = side === 'ours' ? 'Mine' : 'Theirs'
                const taken = choice === undefined ? undefined : choice === 'both' || choice === side
                const shown = { key: side, label: `${title}: ${name}`, title, taken }
                if (hunk) return <LinesSide {...shown} key={side} base={hunk.base} text={hunk[side]} />
                return <ContentSide {...shown} key={side} path={path} base={overlap.base} content={overlap[side]} />
              })}
            </div>
            {choice === 'both' && (
              <p className="pt-1 text-12">
                {hunk
                  ? 'Mine stands above theirs then.'
                  : 'Theirs keeps this name, mine is put beside it with “.mine” in its name.'}
              </p>
            )}
          </div>
        )
      })}
      {breaksYaml(overlap, chosen) && (
        <InlineMessage kind="publish" title="With these sides the file cannot be read." className="mt-2">
          It is not valid YAML then, though mine and theirs each are: choose one side of a key, or mend it afterwards.
        </InlineMessage>
      )}
    </section>
  )
}

function Sides({
  label,
  value,
  onChoose,
  both = true,
}: {
  label: string
  value: Choice | undefined
  onChoose: (choice: Choice) => void
  both?: boolean
}) {
  return (
    <Segments
      aria-label={label}
      value={value}
      choices={both ? labels : labels.slice(0, 2)}
      onValueChange={(next) => {
        if (next === 'ours' || next === 'theirs' || next === 'both') onChoose(next)
      }}
    />
  )
}
