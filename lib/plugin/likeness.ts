import { sameContent, type FileContent } from './files'
import { diffLines, splitLines } from './line-diff'

/** How much of a text must have stayed for it to be the same file under another name, as git has it by default. */
export const ALIKE = 0.5

/** From 0 to 1: the share of lines that both have. */
export function likeness(one: FileContent, other: FileContent): number {
  if (sameContent(one, other)) return 1
  if (typeof one !== 'string' || typeof other !== 'string') return 0
  const [before, after] = [splitLines(one), splitLines(other)]
  if (before.length + after.length === 0) return 0
  const gone = diffLines(before, after).reduce((sum, hunk) => sum + hunk.end - hunk.start, 0)
  return (2 * (before.length - gone)) / (before.length + after.length)
}
