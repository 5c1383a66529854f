import type { Diagnostic } from '@astral-sh/ruff-wasm-web'
import { monaco } from './monaco'
import { ruffCheck } from './ruff'

/** How long the hands must rest before ruff looks. */
const REST_MS = 250

/**
 * ruff in the code editor: marks and repairs of the Python file that is open. It is loaded with the first such file. What it says
 * stands in the file only: the problems pane speaks of what Dify refuses.
 */
export function lintPython(editor: monaco.editor.IStandaloneCodeEditor): monaco.IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined
  let found: { model: monaco.editor.ITextModel; version: number; diagnostics: readonly Diagnostic[] } | undefined

  async function look(model: monaco.editor.ITextModel) {
    const version = model.getVersionId()
    const diagnostics = (await ruffCheck(model.getValue(monaco.editor.EndOfLinePreference.LF))) ?? []
    if (model.isDisposed() || model.getVersionId() !== version) return
    found = { model, version, diagnostics }
    monaco.editor.setModelMarkers(model, 'ruff', diagnostics.map(markerOf))
  }

  function later() {
    clearTimeout(timer)
    const model = editor.getModel()
    if (model?.getLanguageId() === 'python') timer = setTimeout(() => void look(model), REST_MS)
  }

  const disposables = [
    editor.onDidChangeModel(later),
    editor.onDidChangeModelContent(later),
    monaco.languages.registerCodeActionProvider('python', {
      provideCodeActions(model, range) {
        const fits = found?.model === model && found.version === model.getVersionId() ? found.diagnostics : []
        const actions = fits.flatMap((diagnostic): monaco.languages.CodeAction[] => {
          const { fix } = diagnostic
          if (!fix || !monaco.Range.areIntersectingOrTouching(rangeOf(diagnostic), range)) return []
          const edits = fix.edits.map((edit) => ({
            resource: model.uri,
            versionId: model.getVersionId(),
            textEdit: {
              range: rangeOf({ start_location: edit.location, end_location: edit.end_location }),
              text: edit.content ?? '',
            },
          }))
          return [{ title: fix.message ?? diagnostic.message, kind: 'quickfix', isPreferred: true, edit: { edits } }]
        })
        return { actions, dispose: () => {} }
      },
    }),
  ]
  later()
  return {
    dispose() {
      clearTimeout(timer)
      for (const disposable of disposables) disposable.dispose()
    },
  }
}

type Place = Pick<Diagnostic, 'start_location' | 'end_location'>

function rangeOf({ start_location: start, end_location: end }: Place): monaco.Range {
  return new monaco.Range(start.row, start.column, end.row, end.column)
}

function markerOf(diagnostic: Diagnostic): monaco.editor.IMarkerData {
  const { code, message, tags } = diagnostic
  const range = rangeOf(diagnostic)
  return {
    startLineNumber: range.startLineNumber,
    startColumn: range.startColumn,
    endLineNumber: range.endLineNumber,
    endColumn: range.endColumn,
    // What does not parse or names nothing stops the plugin; the rest is taste and tidiness.
    severity: code === null || /^(E9|F82)/.test(code) ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message,
    source: 'ruff',
    ...(code === null ? {} : { code }),
    tags: tags.includes('unnecessary') ? [monaco.MarkerTag.Unnecessary] : [],
  }
}
