import type { YamlPath } from '../yaml/parse'
import type { DifyView, Source } from './picture'

/**
 * The view for a place of a document: of those that show the document the one that shows the nearest part around the place, the
 * first of several. What no view shows has its line in the drawer.
 */
export function viewAt(views: readonly DifyView[], file: string, at: YamlPath): DifyView | undefined {
  const ranked = views.flatMap((view) => {
    const depths = view.shows.flatMap((shown) => (holds(shown, file, at) ? [shown.at.length] : []))
    return depths.length === 0 ? [] : [{ view, depth: Math.max(...depths) }]
  })
  const [nearest] = ranked.sort((one, other) => other.depth - one.depth)
  return nearest?.view ?? views.find(({ id }) => id === 'detail') ?? views[0]
}

/** Whether a view shows this document, or something in it. */
export function showsFile(view: DifyView, file: string): boolean {
  return view.shows.some((shown) => shown.file === file)
}

function holds(shown: Source, file: string, at: YamlPath): boolean {
  return shown.file === file && shown.at.every((step, index) => String(step) === String(at[index]))
}
