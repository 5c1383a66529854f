import { diffLines, splitLines } from '../line-diff'

/** Who changed each line last, as marks; one step from a text to the next one, which `mark` made. */
export function blameLines(marks: readonly string[], before: string, after: string, mark: string): string[] {
  const [old, now] = [splitLines(before), splitLines(after)]
  const result: string[] = []
  let done = 0
  for (const { start, end, from, to } of diffLines(old, now)) {
    for (; done < start; done += 1) result.push(marks[done] ?? mark)
    for (let line = from; line < to; line += 1) result.push(mark)
    done = end
  }
  for (; done < old.length; done += 1) result.push(marks[done] ?? mark)
  return result
}
