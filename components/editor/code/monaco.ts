import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoLine/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/quickOutline/register'
import 'monaco-editor/features/smartSelect/register'
// The feature named suggest brings inline completions only.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/ini/register'
import 'monaco-editor/languages/definitions/markdown/register'
import 'monaco-editor/languages/definitions/python/register'
import 'monaco-editor/languages/definitions/xml/register'
import 'monaco-editor/languages/definitions/yaml/register'
import { codeTheme } from './themes'

// Everything comes from our own origin; without this the editor would look for its worker elsewhere.
self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
}

monaco.editor.defineTheme('plugwright-light', codeTheme('light'))
monaco.editor.defineTheme('plugwright-dark', codeTheme('dark'))

const languages: Record<string, string> = {
  yaml: 'yaml',
  yml: 'yaml',
  py: 'python',
  md: 'markdown',
  toml: 'ini',
  svg: 'xml',
  xml: 'xml',
}

/** The language of a file by its ending. */
export function languageOf(path: string): string {
  return languages[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'plaintext'
}

export { monaco }
