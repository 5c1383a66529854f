import { QueryObserver } from '@tanstack/react-query'
import {
  commentQueries,
  countText,
  newThread,
  openThread,
  openThreads,
  placeHere,
  threadsOf,
} from '../comments/known-threads'
import type { Thread } from '../comments/threads'
import type { Store } from '../store/store'
import type { UiStore } from '../store/ui-state'
import { monaco } from './monaco'

/** So many comments are counted in a glyph. */
const MOST_COUNTED = 9

/**
 * Marks the lines that somebody said something of, in a margin that is there only then. A click or the key opens the thread; where there is
 * none, the key begins one. Marks move with the text by themselves: typing asks nothing of anybody.
 */
export function commentGlyphs(
  editor: monaco.editor.IStandaloneCodeEditor,
  store: Store,
  ui: UiStore,
  projectId: string,
): monaco.IDisposable {
  const glyphs = editor.createDecorationsCollection()
  const threads = new QueryObserver(commentQueries, threadsOf(projectId))
  /** In the order of the glyphs. */
  let said: readonly (readonly Thread[])[] = []

  function show() {
    const file = editor.getModel()?.uri.path.slice(1)
    const { data } = threads.getCurrentResult()
    const byLine = new Map<number, Thread[]>()
    for (const thread of file === undefined || !data ? [] : openThreads(data, file)) {
      const line = data && placeHere(thread, data, store.get())?.line
      if (line) byLine.set(line, [...(byLine.get(line) ?? []), thread])
    }
    editor.updateOptions({ glyphMargin: byLine.size > 0 })
    said = [...byLine.values()]
    glyphs.set([...byLine].map(([line, there]) => glyphAt(line, there)))
  }

  function threadAt(line: number): string | undefined {
    const index = glyphs.getRanges().findIndex((range) => range.startLineNumber === line)
    return said[index]?.[0]?.id
  }

  const key = editor.addAction({
    id: 'plugwright.comment',
    label: 'Comment on these lines, or read what was said of them',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Alt | monaco.KeyCode.KeyM],
    run() {
      const { startLineNumber: line = 1, endLineNumber: end = 1 } = editor.getSelection() ?? {}
      openThread(ui, threadAt(line) ?? newThread, { file: store.get().place.code, line, lines: end - line + 1 })
    },
  })
  const pressed = editor.onMouseDown(({ target }) => {
    if (target.type !== monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN) return
    const thread = threadAt(target.position.lineNumber)
    if (thread !== undefined) openThread(ui, thread)
  })
  const turned = editor.onDidChangeModel(show)
  const unsubscribe = threads.subscribe(show)
  const unsubscribeStore = store.subscribe(({ saved }, before) => {
    if (saved !== before.saved && said.length > 0) show()
  })
  show()
  return {
    dispose() {
      unsubscribe()
      unsubscribeStore()
      for (const each of [key, pressed, turned]) each.dispose()
    },
  }
}

function glyphAt(line: number, threads: readonly Thread[]): monaco.editor.IModelDeltaDecoration {
  const text = countText(threads)
  const count = Number(text.split(' ')[0])
  return {
    range: new monaco.Range(line, 1, line, 1),
    options: {
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      glyphMarginClassName: `said said-${count > MOST_COUNTED ? 'many' : count}`,
      glyphMarginHoverMessage: { value: text },
    },
  }
}
