import { sameContent, type Files } from '@/lib/plugin/files'
import { joinSteps, stepBetween, type Step } from '@/lib/plugin/step'

/** One thing that can be undone. */
export interface Entry {
  readonly label: string
  /** Changes of one group that follow each other within a second are one entry. */
  readonly group?: string
  readonly at: number
  readonly step: Step
}

export const GROUP_MS = 1000
export const MOST_ENTRIES = 1000

/** What a change did; undefined when the bytes are the same. */
export function entryOf(label: string, before: Files, after: Files, at: number, group?: string): Entry | undefined {
  const step = stepBetween(before, after)
  return step.paths.length === 0 ? undefined : { label, group, at, step }
}

/** The entries with one more: the last one grows when both are of one group and a second has not passed. */
export function pushEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const last = entries.at(-1)
  if (last?.group === undefined || last.group !== entry.group || entry.at - last.at > GROUP_MS) {
    return [...entries.slice(-(MOST_ENTRIES - 1)), entry]
  }
  const step = joinSteps(last.step, entry.step)
  const rest = entries.slice(0, -1)
  const nothing = step.paths.every((path) => sameContent(step.before.get(path), step.after.get(path)))
  return nothing ? rest : [...rest, { ...last, at: entry.at, step }]
}
