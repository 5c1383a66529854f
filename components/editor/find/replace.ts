import type { Files } from '@/lib/plugin/files'
import type { Hit } from '@/lib/plugin/find/find-in-files'
import { parseYaml } from '@/lib/plugin/yaml/parse'

/** A replacement that is being thought over: which places it takes, and doing it. */
export interface Replacing {
  isTicked: (hit: Hit) => boolean
  tick: (hit: Hit) => void
  run: (hits: readonly Hit[]) => void
}

/** The files with these texts in place of their own. */
export function withTexts(files: Files, texts: ReadonlyMap<string, string>): Files {
  return new Map([...files].map(([path, content]) => [path, texts.get(path) ?? content]))
}

/** YAML files that parse now and would not with these texts. */
export function breaksOf(files: Files, texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([path, text]) => {
    const before = files.get(path)
    const broken = /\.ya?ml$/i.test(path) && typeof before === 'string' && parseYaml(before).ok && !parseYaml(text).ok
    return broken ? [path] : []
  })
}

/** Where a place lies once these others are replaced: what goes in before it moves it. */
export function placeAfter<Place extends Pick<Hit, 'file' | 'from' | 'to'>>(
  place: Place,
  replaced: readonly Hit[],
): Place {
  const grown = replaced
    .filter(({ file, from }) => file === place.file && from < place.from)
    .reduce((sum, { from, to, becomes = '' }) => sum + becomes.length - (to - from), 0)
  return { ...place, from: place.from + grown, to: place.to + grown }
}
