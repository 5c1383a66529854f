import { useMemo } from 'react'
import type { EditorState } from '../store/store'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { outlineActions } from './actions'
import { AddKind } from './add-kind'
import { FilesTree } from './files-tree'

const filesOf = (state: EditorState) => state.files

/** What stands below the outline once the page can be used: what else the plugin can give Dify, and its files. */
export function BelowOutline() {
  const store = useStore()
  const ui = useUiStore()
  const files = useSettled(filesOf)
  const actions = useMemo(() => outlineActions(store), [store])
  return (
    <>
      <AddKind
        files={files}
        actions={actions}
        onAdded={(refusal) => {
          if (refusal === undefined) ui.set({ drawer: false, pane: 'form', reach: store.get().place.file })
        }}
      />
      <FilesTree />
    </>
  )
}
