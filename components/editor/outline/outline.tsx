'use client'

import { useCallback, useMemo, type KeyboardEvent, type ReactNode } from 'react'
import type { Files } from '@/lib/plugin/files'
import { outlineOf, type OutlineNode } from '@/lib/plugin/outline'
import { documentTypeOf } from '@/lib/plugin/references'
import type { EditorState } from '../store/store'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { dragRows } from './drag-rows'
import { fixed, isDocument, isItem, linesOf } from './outline-lines'
import { OutlineRow } from './outline-row'
import { severityCounts } from './severity-counts'
import { Tree } from './tree'
import { useFirstRows } from './use-first-rows'
import { useOutlineActions } from './use-actions'
import { useReach } from './use-reach'

const filesOf = (state: EditorState) => state.files
const findingsOf = (state: EditorState) => state.findings

/** An outline that was made elsewhere, and of which files: a page brings its own, so that not every document is read to show it. */
export interface Drawn {
  files: Files
  nodes: readonly OutlineNode[]
}

/** The plugin in Dify's words, with what is wrong where; below it what loads later. */
export function Outline({ atFirst, children }: { atFirst?: Drawn; children?: ReactNode }) {
  const store = useStore()
  const ui = useUiStore()
  const files = useSettled(filesOf)
  const nodes = useMemo(() => (files === atFirst?.files ? atFirst.nodes : outlineOf(files)), [files, atFirst])
  const findings = useSettled(findingsOf)
  const chosen = useEditor(({ place }) => place.file)
  const actions = useOutlineActions()
  const task = useUi((state) => state.task)
  const outline = useReach(files)
  const drag = useMemo(() => dragRows((file, to) => actions?.moveTo(file, to)), [actions])
  const readOnly = useEditor((state) => state.readOnly)
  const rows = useMemo(() => (readOnly ? linesOf(nodes).map(fixed) : linesOf(nodes)), [nodes, readOnly])
  const shown = useFirstRows(rows)
  const counts = useMemo(() => severityCounts(findings, files), [findings, files])
  const current = rows.find(({ node }) => node.file === chosen && isDocument(node)) ?? rows[0]

  const open = useCallback(
    (refusal: string | undefined) => refusal === undefined && ui.set({ reach: store.get().place.file }),
    [store, ui],
  )
  const choose = useCallback(
    (node: OutlineNode) => {
      ui.set({ drawer: false, pane: 'form' })
      if (node.file === undefined) return
      else if (node.section === undefined && node.type !== 'items') store.open(node.file)
      else {
        const type = documentTypeOf(store.get().files, node.file)
        const first = node.at ?? type?.form.find(({ id }) => id === node.section)?.fields[0]
        store.select({ file: node.file, at: first?.split('.') ?? [] })
      }
    },
    [store, ui],
  )

  function keys(event: KeyboardEvent, id: string) {
    const node = rows.find((row) => row.node.id === id)?.node
    if (!node) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(node)
    } else if (readOnly) return
    else if (event.key === 'F2' && isItem(node) && node.file !== undefined)
      ui.set({ task: { kind: 'rename', file: node.file } })
    else if (event.key === 'Delete' && isItem(node) && node.file !== undefined) actions?.removeAndReach(ui, node.file)
    else if (
      event.key.toLowerCase() === 'd' &&
      (event.metaKey || event.ctrlKey) &&
      isItem(node) &&
      node.file !== undefined
    ) {
      event.preventDefault()
      if (actions) open(actions.duplicate(node.file))
    } else if (
      event.altKey &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown') &&
      isItem(node) &&
      node.file !== undefined
    ) {
      event.preventDefault()
      // the row that was moved keeps the focus, whatever document is open
      if (actions?.move(node.file, event.key === 'ArrowUp' ? -1 : 1) === undefined) ui.set({ reach: node.id })
    }
  }

  return (
    <div ref={outline}>
      <div {...drag}>
        <Tree label="Outline" onAction={keys} className="py-1.5">
          {shown.map(({ node, level, place }) => (
            <OutlineRow
              key={node.id}
              node={node}
              level={level}
              on={node === current?.node && node.file === chosen}
              stop={node === current?.node}
              counts={node.file !== undefined && isDocument(node) ? counts.get(node.file) : undefined}
              place={place}
              movable={place !== undefined && place.count > 1}
              renaming={task?.kind === 'rename' && task.file === node.file && isDocument(node)}
              adding={
                task?.kind === 'add' &&
                node.canAdd !== undefined &&
                task.parent === node.canAdd.parent &&
                (task.type ?? node.canAdd.type) === node.canAdd.type
              }
              choose={choose}
              actions={actions}
            />
          ))}
        </Tree>
      </div>
      {children}
    </div>
  )
}
