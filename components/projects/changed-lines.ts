/** Numbers (from 0) of the lines of `after` that `before` does not have at their place, by the longest common prefix and suffix. */
export function changedLines(before: string, after: string): Set<number> {
  if (before === after) return new Set()
  const old = before.split('\n')
  const now = after.split('\n')
  if (old.length === now.length) return new Set(now.flatMap((line, index) => (line === old[index] ? [] : [index])))
  let start = 0
  while (start < now.length && start < old.length && now[start] === old[start]) start++
  let end = 0
  while (
    end < now.length - start &&
    end < old.length - start &&
    now[now.length - 1 - end] === old[old.length - 1 - end]
  )
    end++
  return new Set(Array.from({ length: now.length - end - start }, (_, index) => start + index))
}
