import { diffLines, splitLines } from '../line-diff'

/** How many lines differ: of lines that were replaced the longer side counts. */
export function changedLines(before: string, after: string): number {
  return diffLines(splitLines(before), splitLines(after)).reduce(
    (sum, { start, end, from, to }) => sum + Math.max(end - start, to - from),
    0,
  )
}
