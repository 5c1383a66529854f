'use client'

import { FilePlus, Plus, Upload } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Menu, MenuItem } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toast'
import { manifestPath } from '@/lib/plugin/files'
import type { EditorState } from '../store/store'
import { useUi, useUiStore } from '../store/ui-state'
import { undoNewest } from '../store/undo-newest'
import { useEditor, useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { outlineActions } from './actions'
import { dragInto, folderOf, intoMark } from './drag-into'
import { FileRow } from './file-row'
import { NameInput } from './name-input'
import { folderRows } from './folder-rows'
import { Tree } from './tree'
import { uploadSizeProblem } from './upload'
import { useFirstRows } from './use-first-rows'
import { useReachRow } from './use-reach-row'

const pathsOf = (state: EditorState) => [...state.files.keys()].join('\n')
const changedOf = (state: EditorState) =>
  [...state.files]
    .filter(([path, content]) => state.saved.files.get(path) !== content)
    .map(([path]) => path)
    .join('\n')

/** All files of the plugin by folder: open, create, upload, rename, move, delete. */
export function FilesTree() {
  const store = useStore()
  const ui = useUiStore()
  const paths = useSettled(pathsOf)
  const changed = useSettled(changedOf).split('\n')
  const chosen = useEditor(({ place }) => place.code)
  const readOnly = useEditor((state) => state.readOnly)
  const task = useUi((state) => state.task)
  const actions = useMemo(() => outlineActions(store), [store])
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set(['_assets', 'readme']))
  const [refusal, setRefusal] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const { tree, reach } = useReachRow()
  const rows = useMemo(() => folderRows(paths.split('\n'), closed), [paths, closed])
  const shown = useFirstRows(rows)
  const current = rows.find((row) => row.path === chosen) ?? rows[0]
  const folder = chosen.includes('/') ? `${folderOf(chosen)}/` : ''

  /** Opens a folder and those that it is in. */
  const showInside = useCallback(
    (folder: string) => setClosed((now) => new Set([...now].filter((each) => !`${folder}/`.startsWith(`${each}/`)))),
    [],
  )
  const drag = useMemo(
    () =>
      dragInto((path, into) => {
        const to = `${into === '' ? '' : `${into}/`}${path.slice(path.lastIndexOf('/') + 1)}`
        if (actions.movePath(path, to) !== undefined) return
        showInside(into)
        showToast(`${path} moved to ${to}`, { label: 'Undo', run: undoNewest(store) })
      }),
    [actions, showInside, store],
  )

  useEffect(() => {
    if (task?.kind !== 'upload') return
    ui.set({ task: undefined })
    input.current?.click()
  }, [task, ui])

  function toggle(path: string) {
    const next = new Set(closed)
    if (!next.delete(path)) next.add(path)
    setClosed(next)
  }

  function choose(path: string, isFolder: boolean) {
    if (isFolder) return toggle(path)
    ui.set({ drawer: false, pane: 'file', fileFolded: false, inDify: false })
    store.open(path)
  }

  function remove(path: string) {
    const index = rows.findIndex((row) => row.path === path)
    reach([...rows.slice(index + 1), ...rows.slice(0, index).reverse()].map((row) => row.path))
    actions.removePath(path)
    showToast(`${path} deleted`, { label: 'Undo', run: undoNewest(store) })
  }

  function keys(event: KeyboardEvent, path: string) {
    const row = rows.find((each) => each.path === path)
    if (!row) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(path, row.folder)
    } else if (row.folder && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      if (closed.has(path) === (event.key === 'ArrowRight')) toggle(path)
    } else if (event.key === 'F2' && !readOnly && path !== manifestPath)
      ui.set({ task: { kind: 'rename-file', file: path } })
    else if (event.key === 'Delete' && !readOnly && path !== manifestPath) remove(path)
  }

  async function upload(list: FileList) {
    const given = [...list]
    const tooLarge = uploadSizeProblem(given.map((file) => file.size))
    setRefusal(tooLarge)
    if (tooLarge) return
    const wanted = await Promise.all(
      given.map(async (file) => [`${folder}${file.name}`, new Uint8Array(await file.arrayBuffer())] as const),
    )
    const added = actions.upload(wanted)
    if (!added.ok) return setRefusal(added.reason)
    const other = wanted.flatMap(([path], index) => (added.paths[index] === path ? [] : [added.paths[index]]))
    if (other.length > 0) showToast(`Added as ${other.join(', ')}: there was a file of that name`)
    const [first] = added.paths
    if (first !== undefined) store.open(first)
  }

  return (
    <section ref={tree} aria-labelledby="files-title" className="border-t border-line pb-4" {...drag}>
      <div data-into="" className={classNames(intoMark, 'flex h-8 items-center justify-between pl-3.5 pr-1.5')}>
        <h2 id="files-title" className="text-11 font-semibold text-ink-3">
          Files
        </h2>
        {!readOnly && (
          <Menu trigger={<IconButton icon={Plus} size="compact" label="Add file" />}>
            <MenuItem icon={FilePlus} onSelect={() => ui.set({ task: { kind: 'new-file', folder } })}>
              New file
            </MenuItem>
            <MenuItem icon={Upload} onSelect={() => input.current?.click()}>
              Upload
            </MenuItem>
          </Menu>
        )}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to upload"
          onChange={(event) => {
            if (event.target.files) void upload(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      {refusal && (
        <InlineMessage kind="error" title="Not uploaded." className="mx-3.5 mb-2">
          {refusal}
        </InlineMessage>
      )}
      {task?.kind === 'new-file' && (
        <NameInput
          label="Path of the new file"
          start={task.folder}
          onKeep={(path) => {
            const refusal = actions.addFile(path)
            if (refusal === undefined) ui.set({ task: undefined, drawer: false, pane: 'file', inDify: false })
            return refusal
          }}
          onDrop={(byKey) => {
            if (byKey) reach([chosen])
            ui.set({ task: undefined })
          }}
        />
      )}
      <Tree label="Files" onAction={keys}>
        {shown.map((row) =>
          task?.kind === 'rename-file' && task.file === row.path ? (
            <NameInput
              inTree
              key={row.path}
              label={`New path of ${row.path}`}
              start={row.path}
              onKeep={(path) => {
                const refusal = actions.movePath(row.path, path)
                if (refusal === undefined) {
                  showInside(folderOf(path))
                  reach([path])
                  ui.set({ task: undefined })
                }
                return refusal
              }}
              onDrop={(byKey) => {
                if (byKey) reach([row.path])
                ui.set({ task: undefined })
              }}
            />
          ) : (
            <FileRow
              key={`${row.folder ? '/' : ''}${row.path}`}
              row={row}
              chosen={row.path === chosen}
              stop={row === current}
              open={!closed.has(row.path)}
              changed={changed.includes(row.path)}
              fixed={readOnly || row.path === manifestPath}
              onChoose={() => choose(row.path, row.folder)}
              onRename={() => ui.set({ task: { kind: 'rename-file', file: row.path } })}
              onRemove={() => remove(row.path)}
            />
          ),
        )}
      </Tree>
    </section>
  )
}
