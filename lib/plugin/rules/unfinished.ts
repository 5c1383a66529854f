import type { Finding } from '../document'
import { textOf } from '../files'
import { todoMark } from '../python/module'
import type { PluginView } from './plugin-view'

/** The mark with the rest of its comment, over as many lines as that takes. */
const marked = /# TODO\(plugwright\):.*(?:\n[ \t]*# .*)*/g

/** Places where generated Python still waits for its author: it runs, but does nothing of its own there. */
export function unfinishedRules(view: PluginView): Finding[] {
  const sources = view.documents.flatMap(({ refs }) => refs.filter(({ as }) => as === 'python').map(({ file }) => file))
  return [...new Set(sources)].flatMap((file) => {
    const source = textOf(view.files, file)
    if (!source?.includes(todoMark)) return []
    return [...source.matchAll(marked)].map(({ 0: comment, index }) =>
      view.finding(file, {
        rule: 'python-unfinished',
        by: [],
        message: `Finish the code: ${wordsOf(comment)}`,
        range: { from: index, to: index + comment.length },
      }),
    )
  })
}

function wordsOf(comment: string): string {
  return comment
    .slice(`# ${todoMark}`.length)
    .replace(/\s*\n\s*#\s*/g, ' ')
    .trim()
}
