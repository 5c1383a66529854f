import { monaco } from './monaco'

/** How code is drawn: as the look says, quiet, without a map, guides or a marked current line. */
export function editorOptions(): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono') || 'monospace',
    fontSize: 12.5,
    lineHeight: 20,
    fontLigatures: false,
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'none',
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    renderFinalNewline: 'on',
    glyphMargin: false,
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 16,
    padding: { top: 4, bottom: 24 },
    tabSize: 2,
    detectIndentation: true,
    guides: { indentation: false, bracketPairs: false },
    bracketPairColorization: { enabled: false },
    stickyScroll: { enabled: false },
    // Chinese and Japanese punctuation is meant.
    unicodeHighlight: { ambiguousCharacters: false },
    unusualLineTerminators: 'off',
    wordBasedSuggestions: 'off',
    // Words of YAML are strings to the editor.
    quickSuggestions: { other: true, strings: true, comments: false },
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    links: false,
    // The browser's own menu copies and pastes without asking.
    contextmenu: false,
    fixedOverflowWidgets: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    theme: `plugwright-${document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'}`,
  }
}
