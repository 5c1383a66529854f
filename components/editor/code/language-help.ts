import { textOf } from '@/lib/plugin/files'
import { pythonOutline } from '@/lib/plugin/python/outline'
import { completionsAt, type Completion } from '@/lib/plugin/yaml-help/completions'
import { hoverAt } from '@/lib/plugin/yaml-help/hover'
import { rangeOf } from '@/lib/plugin/yaml/locate'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import type { Store } from '../store/store'
import { monaco } from './monaco'
import { offsetIn, positionIn } from './positions'

const FIX = 'plugwright.fix'
const kinds = {
  key: monaco.languages.CompletionItemKind.Property,
  value: monaco.languages.CompletionItemKind.EnumMember,
  file: monaco.languages.CompletionItemKind.File,
}

/** Completion, hover and repairs in YAML from the document types, and an outline of Python. Dispose it with the editor. */
export function helpWith(store: Store): monaco.IDisposable {
  const disposables = [
    monaco.languages.registerCompletionItemProvider('yaml', {
      triggerCharacters: [' ', '/'],
      provideCompletionItems(model, { lineNumber, column }) {
        const { file, text } = fileOf(model)
        const found = completionsAt(store.get().files, file, text, offsetIn(text, lineNumber, column))
        return { suggestions: found.map((completion, index) => suggestion(text, completion, index)) }
      },
    }),
    monaco.languages.registerHoverProvider('yaml', {
      provideHover(model, { lineNumber, column }) {
        const { file, text } = fileOf(model)
        const hover = hoverAt(store.get().files, file, text, offsetIn(text, lineNumber, column))
        return hover && { contents: [{ value: hover.text }], range: rangeIn(text, hover.from, hover.to) }
      },
    }),
    monaco.languages.registerCodeActionProvider(['yaml', 'python', 'markdown', 'ini', 'plaintext'], {
      provideCodeActions(model, range) {
        const { file, text } = fileOf(model)
        const actions = store.get().findings.flatMap((finding, index): monaco.languages.CodeAction[] => {
          if (finding.file !== file || !finding.fix || store.get().readOnly) return []
          const place = finding.range ?? (finding.path && rangeOf(parseYaml(text), finding.path))
          if (!place || !monaco.Range.areIntersectingOrTouching(rangeIn(text, place.from, place.to), range)) return []
          const command = { id: FIX, title: finding.fix.title, arguments: [index, finding.message] }
          return [{ title: finding.fix.title, kind: 'quickfix', isPreferred: true, command }]
        })
        return { actions, dispose: () => {} }
      },
    }),
    monaco.editor.registerCommand(FIX, (_, index: unknown, message: unknown) => {
      const { fix, message: now } = store.get().findings[Number(index)] ?? {}
      // The check may have run again since the menu was opened.
      if (fix && now === message) store.change(fix.title, fix.apply)
    }),
    monaco.languages.registerDocumentSymbolProvider('python', {
      provideDocumentSymbols(model) {
        const { text } = fileOf(model)
        return pythonOutline(text).map((symbol) => symbolOf(text, symbol))
      },
    }),
  ]
  return { dispose: () => disposables.forEach((each) => each.dispose()) }

  /** The file's own text: the model shows its line ends alike and no byte order mark. */
  function fileOf(model: monaco.editor.ITextModel): { file: string; text: string } {
    const file = model.uri.path.slice(1)
    return { file, text: textOf(store.get().files, file) ?? '' }
  }
}

function rangeIn(text: string, from: number, to: number): monaco.Range {
  const [start, end] = [positionIn(text, from), positionIn(text, to)]
  return new monaco.Range(start.line, start.column, end.line, end.column)
}

function suggestion(text: string, completion: Completion, index: number): monaco.languages.CompletionItem {
  const { label, detail, help, kind, insert, from, to, required } = completion
  return {
    label: { label, description: detail },
    kind: kinds[kind],
    documentation: { value: help },
    insertText: insert,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    range: rangeIn(text, from, to),
    filterText: label,
    // What is required first, then as the schema lists it.
    sortText: `${required ? 0 : 1}${String(index).padStart(4, '0')}`,
    ...(kind === 'key' && { command: { id: 'editor.action.triggerSuggest', title: 'Values' } }),
  }
}

function symbolOf(text: string, symbol: ReturnType<typeof pythonOutline>[number]): monaco.languages.DocumentSymbol {
  const { SymbolKind } = monaco.languages
  return {
    name: symbol.name,
    detail: '',
    kind: symbol.kind === 'class' ? SymbolKind.Class : SymbolKind.Function,
    tags: [],
    range: rangeIn(text, symbol.from, symbol.to),
    selectionRange: rangeIn(text, symbol.from, symbol.from + symbol.name.length),
    children: symbol.children.map((child) => symbolOf(text, child)),
  }
}
