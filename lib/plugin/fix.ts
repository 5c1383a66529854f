import { checkPlugin } from './check'
import { changedPaths, type Files } from './files'
import { packedFiles } from './package/packed-files'

/** A repair that was made. */
export interface Repair {
  title: string
  file: string
  rule: string
}

/** More repairs than any plugin needs: where one undoes another, it ends here. */
const MOST = 1000

/**
 * The files after all repairs that change anything. A repair stands on findings of its file as it is by then; files that no repair of a
 * round touched need no new check, or a plugin of many tools would be checked as often as it has troubles.
 */
export function fixPlugin(files: Files): { files: Files; done: Repair[] } {
  const done: Repair[] = []
  const tried = new Set<string>()
  let now = files
  let touched: Set<string>
  do {
    touched = new Set()
    for (const finding of checkPlugin(packedFiles(now))) {
      const { fix, file, rule } = finding
      if (!fix || touched.has(file) || tried.has(nameOf(finding)) || done.length === MOST) continue
      tried.add(nameOf(finding))
      const after = fix.apply(now)
      const paths = changedPaths(now, after)
      if (paths.length === 0) continue
      for (const path of paths) touched.add(path)
      done.push({ title: fix.title, file, rule })
      now = after
    }
  } while (touched.size > 0)
  return { files: now, done }
}

/** The same trouble at the same place is not tried twice, or a repair that does not help would go on for ever. */
function nameOf(finding: { rule: string; file: string; path?: readonly (string | number)[]; message: string }): string {
  return JSON.stringify([finding.rule, finding.file, finding.path, finding.message])
}
