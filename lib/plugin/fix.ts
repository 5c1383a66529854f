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

/** The files after all repairs that change anything, one after the other, each on the findings left by those before. */
export function fixPlugin(files: Files): { files: Files; done: Repair[] } {
  const done: Repair[] = []
  const tried = new Set<string>()
  let now = files
  while (done.length < MOST) {
    const next = checkPlugin(packedFiles(now)).find((finding) => finding.fix && !tried.has(nameOf(finding)))
    if (!next?.fix) break
    const after = next.fix.apply(now)
    tried.add(nameOf(next))
    if (changedPaths(now, after).length === 0) continue
    done.push({ title: next.fix.title, file: next.file, rule: next.rule })
    now = after
  }
  return { files: now, done }
}

/** The same trouble at the same place is not tried twice, or a repair that does not help would go on for ever. */
function nameOf(finding: { rule: string; file: string; path?: readonly (string | number)[]; message: string }): string {
  return JSON.stringify([finding.rule, finding.file, finding.path, finding.message])
}
