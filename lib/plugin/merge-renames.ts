import type { Files } from './files'
import { renameFile, sameContent } from './files'
import { ALIKE, likeness } from './likeness'

/** The three sides of a merge. */
export interface Sides {
  base: Files
  ours: Files
  theirs: Files
}

/**
 * The three sides with each file that one of them moved, and the other changed or kept, under its new path on all of them: so a change
 * finds the file that it was made in.
 */
export function followRenames({ base, ours, theirs }: Sides): Sides {
  const moves = [...movesOf(base, ours, theirs), ...movesOf(base, theirs, ours)]
  return moves.reduce<Sides>(
    (sides, [from, to]) => ({
      base: renameFile(sides.base, from, to),
      ours: sides.ours.has(to) ? sides.ours : renameFile(sides.ours, from, to),
      theirs: sides.theirs.has(to) ? sides.theirs : renameFile(sides.theirs, from, to),
    }),
    { base, ours, theirs },
  )
}

/** What `side` moved that the other side changed where it was. */
function movesOf(base: Files, side: Files, other: Files): [from: string, to: string][] {
  const added = [...side].filter(([path]) => !base.has(path) && !other.has(path))
  const moves: [string, string][] = []
  for (const [from, content] of base) {
    if (side.has(from) || !other.has(from) || sameContent(content, other.get(from))) continue
    const free = added.filter(([path]) => !moves.some(([, to]) => to === path))
    const [best] = free
      .map(([path, now]) => ({ path, alike: likeness(content, now) }))
      .sort((one, two) => two.alike - one.alike)
    if (best && best.alike >= ALIKE) moves.push([from, best.path])
  }
  return moves
}
