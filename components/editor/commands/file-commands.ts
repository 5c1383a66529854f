import { ClipboardCopy, WandSparkles } from 'lucide-react'
import { showToast } from '@/components/ui/toast'
import { textOf } from '@/lib/plugin/files'
import { formatPython, isPython } from '../code/format-python'
import type { Store } from '../store/store'
import type { PaletteItem } from './commands'
import { formatKey } from './place-keys'

/** What can be done with the text of the open file. */
export function fileCommands(store: Store): PaletteItem[] {
  const { files, place, readOnly } = store.get()
  const path = place.code
  const text = textOf(files, path)
  if (text === undefined) return []
  return [
    {
      id: 'copy-file',
      text: `Copy ${path}`,
      words: 'clipboard, this file',
      icon: ClipboardCopy,
      run: () =>
        void navigator.clipboard.writeText(text).then(
          () => showToast(`${path} copied`),
          () => store.note({ notice: 'Nothing was copied: the browser does not let pages copy here.' }),
        ),
    },
    ...(isPython(path) && !readOnly
      ? [
          {
            id: 'format-file',
            text: `Format ${path}`,
            words: 'this file, ruff, layout',
            icon: WandSparkles,
            keys: formatKey,
            run: () => void formatPython(store, path),
          },
        ]
      : []),
  ]
}
