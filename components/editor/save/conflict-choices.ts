import { useState } from 'react'
import type { Overlap } from '@/lib/plugin/merge'
import { chosenText, type MergeHunk } from '@/lib/plugin/merge-text'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import type { Conflict } from '../store/store'
import type { Choice } from './absorb'

/** Choices by place. They outlive the closed view, and one ends when what is to be chosen there is typed over. */
export type Choices = ReadonlyMap<string, Choice>

const remembered = new WeakMap<Conflict, Choices>()

export function useChoices(
  conflict: Conflict | undefined,
): [Choices, (places: readonly string[], choice: Choice) => void] {
  const [chosen, setChosen] = useState<Choices>(() => (conflict && remembered.get(conflict)) ?? new Map())
  function choose(places: readonly string[], choice: Choice) {
    const next = new Map([...chosen, ...places.map((place) => [place, choice] as const)])
    if (conflict) remembered.set(conflict, next)
    setChosen(next)
  }
  return [chosen, choose]
}

/** The hunks of an overlap; none where it is settled as a whole. */
export function hunksOf({ parts }: Overlap): readonly MergeHunk[] | undefined {
  return parts?.flatMap((part) => ('text' in part ? [] : [part]))
}

/** What is to be chosen in a file: a place for each hunk, or one for all of it. */
export function placesOf(overlap: Overlap): readonly string[] {
  const { path } = overlap
  const whole = JSON.stringify([path, String(overlap.ours), String(overlap.theirs)])
  return hunksOf(overlap)?.map(({ line, ours, theirs }) => JSON.stringify([path, line, ours, theirs])) ?? [whole]
}

/** The choices as `settle` takes them. */
export function choicesByPath(overlaps: readonly Overlap[], chosen: Choices) {
  return new Map(
    overlaps.map((overlap) => {
      const choices = placesOf(overlap).map((place) => chosen.get(place))
      return [overlap.path, overlap.parts ? choices : (choices[0] ?? 'ours')] as const
    }),
  )
}

/** Whether both sides of a document can be read, and what was chosen of them cannot. */
export function breaksYaml(overlap: Overlap, chosen: Choices): boolean {
  const { path, parts, ours, theirs } = overlap
  if (!parts || !/\.ya?ml$/.test(path) || typeof ours !== 'string' || typeof theirs !== 'string') return false
  const choices = placesOf(overlap).map((place) => chosen.get(place))
  if (choices.includes(undefined)) return false
  return !reads(chosenText(parts, choices)) && reads(ours) && reads(theirs)
}

const reads = (text: string) => parseYaml(text).ok
