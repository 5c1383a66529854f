import { sameContent, type Files } from '@/lib/plugin/files'
import { joinSteps, stepBetween, type Step } from '@/lib/plugin/step'
import type { OpenPlace } from './place'

/** One thing that can be undone. */
export interface Entry {
  readonly label: string
  /** Changes of one group that follow each other within a second are one entry. */
  readonly group?: string
  readonly at: number
  readonly step: Step
  /** What was open when it was made; entries of an earlier visit may not say. */
  readonly from?: OpenPlace
}

export const GROUP_MS = 1000
export const MOST_ENTRIES = 1000

/** What a change did; undefined when the bytes are the same. */
export function entryOf(
  label: string,
  before: Files,
  after: Files,
  made: { at: number; from: OpenPlace; group?: string },
): Entry | undefined {
  const step = stepBetween(before, after)
  const { file, code, at, section } = made.from
  return step.paths.length === 0 ? undefined : { ...made, label, step, from: { file, code, at, section } }
}

/** The entries with one more: the last one grows when both are of one group, a second has not passed and nobody else's work came between. */
export function pushEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const last = entries.at(-1)
  if (
    last?.group === undefined ||
    last.group !== entry.group ||
    entry.at - last.at > GROUP_MS ||
    !goesOn(last.step, entry.step)
  ) {
    return [...entries.slice(-(MOST_ENTRIES - 1)), entry]
  }
  const step = joinSteps(last.step, entry.step)
  const rest = entries.slice(0, -1)
  const nothing = step.paths.every((path) => sameContent(step.before.get(path), step.after.get(path)))
  return nothing ? rest : [...rest, { ...last, at: entry.at, step }]
}

/** Whether a step begins where the one before it ended. Joined to one, two that do not would take what came between for their own. */
function goesOn(last: Step, next: Step): boolean {
  return next.paths.every(
    (path) => !last.paths.includes(path) || sameContent(last.after.get(path), next.before.get(path)),
  )
}
