import { textOf } from '@/lib/plugin/files'
import type { Store } from '../store/store'
import type { UiStore } from '../store/ui-state'
import { askWhoChanged } from '../history/who-changed'
import { monaco } from './monaco'

/** Who changed the line of the cursor: by a key here, and by the palette, which is told where the cursor stood. */
export function lineHistory(
  editor: monaco.editor.IStandaloneCodeEditor,
  store: Store,
  ui: UiStore,
): monaco.IDisposable {
  const cursor = () => ({ file: store.get().place.code, line: editor.getPosition()?.lineNumber ?? 1 })
  const key = editor.addAction({
    id: 'plugwright.whoChanged',
    label: 'Who changed this line?',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Alt | monaco.KeyCode.KeyB],
    run: () => askWhoChanged(ui, cursor(), textOf(store.get().files, cursor().file)),
  })
  const left = editor.onDidBlurEditorText(() => ui.set({ cursor: cursor() }))
  return {
    dispose() {
      key.dispose()
      left.dispose()
    },
  }
}
