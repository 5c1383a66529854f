import { sameContent, type FileContent, type Files } from './files'
import { isPristine, pythonsOf, stubAt } from './follow-python'
import { documentsOf } from './references'

/**
 * What becomes of Python on which two sides of a merge do not agree and that at least one of them only generated: the stub of
 * the merged documents where nobody touched it, the touched text where one side did. Other paths are for the merge by line.
 * Needs the documents: without a manifest nothing is known to be generated.
 */
export function mergedStubs(base: Files, ours: Files, theirs: Files, merged: Files): Map<string, FileContent> {
  const result = new Map<string, FileContent>()
  for (const path of documentsOf(merged).keys()) {
    for (const python of pythonsOf(merged, path)) {
      if (sameContent(ours.get(python), theirs.get(python))) continue
      const sides = [ours, theirs].filter((side) => side.has(python))
      const touched = sides.filter((side) => !isPristine(side, path, python))
      const stub = stubAt(merged, path, python)
      if (touched.length === 0 && stub !== undefined) result.set(python, stub)
      const [own] = touched
      const content = own?.get(python)
      // Where the base was touched too, going back to the stub was somebody's decision.
      if (touched.length === 1 && content !== undefined && sides.length === 2 && isPristine(base, path, python))
        result.set(python, content)
    }
  }
  return result
}
