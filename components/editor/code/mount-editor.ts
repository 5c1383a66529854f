import { textOf, writeFile } from '@/lib/plugin/files'
import { documentsOf, documentTypeOf } from '@/lib/plugin/references'
import { pathAt, rangeOf } from '@/lib/plugin/yaml/locate'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { referenceAt } from '@/lib/plugin/yaml-help/reference-at'
import type { EditorState, Store } from '../store/store'
import type { UiStore } from '../store/ui-state'
import { commentGlyphs } from './comment-glyphs'
import { lineHistory } from './line-history'
import { changedLines, isField, linesOf, rowOf, type Lines } from './line-marks'
import { languageOf, monaco } from './monaco'
import { formatPython } from './format-python'
import { helpWith } from './language-help'
import { editorOptions } from './options'
import { offsetIn, positionIn } from './positions'
import { lintPython } from './python-help'
import { applyLineChanges, plainText, smallestEdits } from './text-edits'

interface Open {
  readonly model: monaco.editor.ITextModel
  /** The file's own text, of which the model shows the line ends alike. */
  text: string
  view: monaco.editor.ICodeEditorViewState | null
}

/** How long a changed line keeps its mark; the style sheet fades it in that time. */
const MARK_MS = 1400
const STILL_MARK_MS = 2000

/**
 * Puts the code editor into a box and ties it to the store, both ways and in the same tick: a form's edit arrives as the smallest
 * text edit, so that cursor, folding and scroll stay, and what is typed here goes into the files at once.
 */
export function mountEditor(box: HTMLElement, store: Store, ui: UiStore, projectId: string): () => void {
  const editor = monaco.editor.create(box, {
    ...editorOptions(),
    model: null,
    readOnly: store.get().readOnly,
    tabFocusMode: true,
  })
  const open = new Map<string, Open>()
  const live = editor.createDecorationsCollection()
  const marks = editor.createDecorationsCollection()
  let shown = ''
  let applying = false
  let fading: ReturnType<typeof setTimeout> | undefined

  editor.addAction({
    id: 'plugwright.openReference',
    label: 'Go to the file named here',
    keybindings: [monaco.KeyCode.F12],
    run() {
      const text = open.get(shown)?.text ?? ''
      const { lineNumber = 1, column = 1 } = editor.getPosition() ?? {}
      const file = referenceAt(store.get().files, shown, text, offsetIn(text, lineNumber, column))
      if (file !== undefined) store.open(file)
    },
  })

  editor.addAction({
    id: 'plugwright.format',
    label: 'Format',
    keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
    run: () => formatPython(store, shown),
  })

  function openFile(path: string): Open | undefined {
    const known = open.get(path)
    const text = textOf(store.get().files, path)
    if (known || text === undefined) return known
    const model = monaco.editor.createModel(
      text,
      languageOf(path),
      monaco.Uri.from({ scheme: 'plugin', path: `/${path}` }),
    )
    const entry: Open = { model, text, view: null }
    model.onDidChangeContent((event) => {
      if (applying) return
      const typed = applyLineChanges(entry.text, event.changes)
      entry.text = plainText(typed) === plainText(model.getValue()) ? typed : model.getValue(undefined, true)
      const { text: next } = entry
      store.change(`Edit ${path}`, (files) => writeFile(files, path, next), { group: `code ${path}` })
    })
    open.set(path, entry)
    return entry
  }

  function show(path: string) {
    const before = open.get(shown)
    if (before) before.view = editor.saveViewState()
    const entry = openFile(path)
    shown = path
    marks.clear()
    editor.setModel(entry?.model ?? null)
    if (entry?.view) editor.restoreViewState(entry.view)
    editor.updateOptions({
      wordWrap: /\.(md|txt)$/i.test(path) ? 'on' : 'off',
      ariaLabel: `${path}, code. Press Escape, then Tab, to leave.`,
    })
  }

  /** Brings an open model to the text of its file. */
  function follow(path: string, entry: Open, text: string) {
    const [from, to] = [plainText(entry.text), plainText(text)]
    const edits = smallestEdits(from, to)
    entry.text = text
    if (edits.length === 0 || entry.model.getValue(monaco.editor.EndOfLinePreference.LF) === to) return
    const lineEnd = entry.model.getEOL().length
    const positionAt = (offset: number) => entry.model.getPositionAt(offset + (lineEnd - 1) * lineBreaks(from, offset))
    applying = true
    entry.model.applyEdits(
      edits.map((edit) => ({
        range: monaco.Range.fromPositions(positionAt(edit.from), positionAt(edit.to)),
        text: edit.text,
        forceMoveMarkers: false,
      })),
    )
    applying = false
    if (path === shown) mark(changedLines(to, edits))
  }

  function mark(changed: readonly Lines[]) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    clearTimeout(fading)
    marks.set(
      changed.map((lines) =>
        wholeLines(lines, {
          className: still ? 'code-mark code-mark-still' : 'code-mark',
          marginClassName: 'code-mark-margin',
        }),
      ),
    )
    fading = setTimeout(() => marks.clear(), still ? STILL_MARK_MS : MARK_MS)
  }

  function showLive(state: EditorState) {
    const { file, code, at } = state.place
    const text = code === file ? textOf(state.files, code) : undefined
    const lines = text === undefined ? undefined : linesOf(text, at)
    const now = text !== undefined && isField(text, at) ? lines : undefined
    const row = text === undefined ? undefined : rowOf(text, at, documentTypeOf(state.files, code))
    const own = row && text !== undefined ? linesOf(text, row) : undefined
    live.set([
      ...(own ? [wholeLines(own, { marginClassName: 'code-own-margin' })] : []),
      ...(now
        ? [
            wholeLines(now, {
              className: 'code-now',
              marginClassName: 'code-now-margin',
              lineNumberClassName: 'code-now-number',
            }),
          ]
        : []),
    ])
    return lines
  }

  function reveal(lines: Lines | undefined) {
    if (lines) editor.revealLinesInCenterIfOutsideViewport(lines.first, lines.last, monaco.editor.ScrollType.Immediate)
  }

  function goToLine({ line }: EditorState) {
    if (line?.file !== shown) return
    editor.revealLineInCenter(line.line, monaco.editor.ScrollType.Immediate)
    editor.setPosition({ lineNumber: line.line, column: 1 })
    editor.focus()
  }

  function showFindings(state: EditorState) {
    const entry = open.get(shown)
    if (!entry || state.checked !== state.files) return
    const text = entry.text
    const levels = {
      error: monaco.MarkerSeverity.Error,
      publish: monaco.MarkerSeverity.Warning,
      advice: monaco.MarkerSeverity.Info,
    }
    const markers = state.findings.flatMap((finding) => {
      const range =
        finding.file !== shown ? undefined : (finding.range ?? (finding.path && rangeOf(parseYaml(text), finding.path)))
      if (!range) return []
      const [start, end] = [range.from, range.to].map((offset) => positionIn(text, offset))
      if (!start || !end) return []
      return [
        {
          severity: levels[finding.severity],
          message: finding.message,
          startLineNumber: start.line,
          startColumn: start.column,
          endLineNumber: end.line,
          endColumn: end.column,
        },
      ]
    })
    monaco.editor.setModelMarkers(entry.model, 'plugwright', markers)
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.files !== before.files) {
      for (const [path, entry] of [...open]) {
        const text = textOf(state.files, path)
        if (text === undefined) {
          entry.model.dispose()
          open.delete(path)
        } else if (text !== entry.text) follow(path, entry, text)
      }
    }
    if (state.place.code !== shown || (!open.has(shown) && textOf(state.files, shown) !== undefined)) {
      show(state.place.code)
      reveal(showLive(state))
      showFindings(state)
    } else if (state.files !== before.files || state.place !== before.place) {
      const lines = showLive(state)
      if (state.place.revealCode !== before.place.revealCode) reveal(lines)
    }
    if (state.findings !== before.findings) showFindings(state)
    if (state.line !== before.line) goToLine(state)
    if (state.readOnly !== before.readOnly) editor.updateOptions({ readOnly: state.readOnly })
  })

  const chosen = editor.onDidChangeCursorPosition((event) => {
    const { place } = store.get()
    const entry = open.get(shown)
    if (
      event.reason !== monaco.editor.CursorChangeReason.Explicit ||
      !entry ||
      place.code !== place.file ||
      !documentsOf(store.get().files).has(shown)
    )
      return
    const yaml = parseYaml(entry.text)
    if (!yaml.ok) return
    const offset = offsetIn(entry.text, event.position.lineNumber, event.position.column)
    const at = pathAt(yaml, offset)
    if (at.length > 0) store.select({ at }, 'code')
  })
  // Tab goes on through the page for those who came by it, and after Escape; whoever types, moves or clicks wants it to indent.
  let leaves = true
  // Options are read anew as a whole: not with each key.
  const tabLeaves = (wanted: boolean) => {
    if (wanted !== leaves) editor.updateOptions({ tabFocusMode: (leaves = wanted) })
  }
  const keys = editor.onKeyDown(({ keyCode }) => {
    if (keyCode !== monaco.KeyCode.Tab && keyCode !== monaco.KeyCode.Shift) tabLeaves(keyCode === monaco.KeyCode.Escape)
  })
  const pressed = editor.onMouseDown(() => tabLeaves(false))
  const left = editor.onDidBlurEditorText(() => tabLeaves(true))

  const help = helpWith(store)
  const lint = lintPython(editor)

  show(store.get().place.code)
  reveal(showLive(store.get()))
  showFindings(store.get())
  goToLine(store.get())
  const said = commentGlyphs(editor, store, ui, projectId)
  const lineBlame = lineHistory(editor, store, ui)

  return () => {
    unsubscribe()
    clearTimeout(fading)
    for (const disposable of [chosen, keys, pressed, left, help, lint, said, lineBlame, editor]) disposable.dispose()
    for (const entry of open.values()) entry.model.dispose()
  }
}

function wholeLines(
  { first, last }: Lines,
  options: Omit<monaco.editor.IModelDecorationOptions, 'description'>,
): monaco.editor.IModelDeltaDecoration {
  return { range: new monaco.Range(first, 1, last, 1), options: { isWholeLine: true, ...options } }
}

function lineBreaks(text: string, offset: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
