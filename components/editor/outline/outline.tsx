'use client'

import { FileText, Plus } from 'lucide-react'
import { memo, useCallback, useMemo, type KeyboardEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { NamedIcon } from '@/components/ui/named-icon'
import { Badge, type Severity } from '@/components/ui/severity'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import { pythonsOf } from '@/lib/plugin/follow-python'
import { itemListOf } from '@/lib/plugin/item-lists'
import { outlineOf, type OutlineNode } from '@/lib/plugin/outline'
import { documentsOf, documentTypeOf } from '@/lib/plugin/references'
import type { EditorState } from '../store/store'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { outlineActions } from './actions'
import { AddKind } from './add-kind'
import { dragRows, dropMark } from './drag-rows'
import { NameInput } from './name-input'
import { RowMenu } from './row-menu'
import { Tree } from './tree'
import { useFirstRows } from './use-first-rows'
import { removeAndReach, useReach } from './use-reach'

const filesOf = (state: EditorState) => state.files
const findingsOf = (state: EditorState) => state.findings

/** An outline that was made elsewhere, and of which files: a page brings its own, so that not every document is read to show it. */
export interface Drawn {
  files: Files
  nodes: readonly OutlineNode[]
}

/** The plugin in Dify's words, with what is wrong where. */
export function Outline({ atFirst }: { atFirst?: Drawn }) {
  const store = useStore()
  const ui = useUiStore()
  const files = useSettled(filesOf)
  const nodes = useMemo(() => (files === atFirst?.files ? atFirst.nodes : outlineOf(files)), [files, atFirst])
  const findings = useSettled(findingsOf)
  const chosen = useEditor(({ place }) => place.file)
  const actions = useMemo(() => outlineActions(store), [store])
  const task = useUi((state) => state.task)
  const outline = useReach(files)
  const rows = useMemo(() => rowsOf(nodes), [nodes])
  const drag = useMemo(() => dragRows((file, to) => actions.moveTo(file, to)), [actions])
  const readOnly = useEditor((state) => state.readOnly)
  const shown = useFirstRows(rows)
  const counts = useMemo(() => countsByDocument(findings, files), [findings, files])
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
    } else if (event.key === 'F2' && isItem(node) && node.file !== undefined)
      ui.set({ task: { kind: 'rename', file: node.file } })
    else if (event.key === 'Delete' && isItem(node) && node.file !== undefined)
      removeAndReach({ store, ui, actions }, node.file)
    else if (
      event.key.toLowerCase() === 'd' &&
      (event.metaKey || event.ctrlKey) &&
      isItem(node) &&
      node.file !== undefined
    ) {
      event.preventDefault()
      open(actions.duplicate(node.file))
    } else if (
      event.altKey &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown') &&
      isItem(node) &&
      node.file !== undefined
    ) {
      event.preventDefault()
      open(actions.move(node.file, event.key === 'ArrowUp' ? -1 : 1))
    }
  }

  return (
    <div ref={outline} {...drag}>
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
            movable={place !== undefined && place.count > 1 && !readOnly}
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
      <AddKind
        files={files}
        actions={actions}
        onAdded={(refusal) => {
          if (refusal === undefined) ui.set({ drawer: false, pane: 'form' })
          open(refusal)
        }}
      />
    </div>
  )
}

const severities = ['error', 'publish', 'advice'] as const
const between = ['section', 'items', 'texts']

function isDocument(node: OutlineNode): boolean {
  return !between.includes(node.type)
}

function isItem(node: OutlineNode): boolean {
  return isDocument(node) && node.icon !== '' && node.type !== 'text'
}

function hasMenu(node: OutlineNode): node is OutlineNode & { file: string } {
  return isItem(node) && node.type !== 'manifest' && node.file !== undefined
}

type SeverityCounts = Partial<Record<Severity, number>>

/** What is wrong with a document's Python counts where the document stands. */
function countsByDocument(findings: readonly Finding[], files: Files): ReadonlyMap<string, SeverityCounts> {
  const counts = new Map<string, SeverityCounts>()
  if (findings.length === 0) return counts
  const documents = new Map(
    [...documentsOf(files).keys()].flatMap((file) => pythonsOf(files, file).map((python) => [python, file] as const)),
  )
  for (const finding of findings) {
    const { severity } = finding
    const file = documents.get(finding.file) ?? finding.file
    const own = counts.get(file) ?? {}
    counts.set(file, { ...own, [severity]: (own[severity] ?? 0) + 1 })
  }
  return counts
}

interface Line {
  node: OutlineNode
  level: number
  /** Of an item: where it stands in its list. */
  place: { index: number; count: number } | undefined
}

function rowsOf(nodes: readonly OutlineNode[], level = 1, count?: number): Line[] {
  return nodes.flatMap((node, index) => [
    { node, level, place: count === undefined ? undefined : { index, count } },
    ...rowsOf(node.children, level + 1, node.type === 'items' ? node.children.length : undefined),
  ])
}

interface RowProps {
  node: OutlineNode
  level: number
  on: boolean
  stop: boolean
  counts: SeverityCounts | undefined
  place: { index: number; count: number } | undefined
  movable: boolean
  renaming: boolean
  adding: boolean
  choose: (node: OutlineNode) => void
  actions: ReturnType<typeof outlineActions>
}

/** Nodes are made anew from the files each time: a row is drawn again only where what it shows is other. */
function looksSame(before: RowProps, after: RowProps): boolean {
  return before.choose === after.choose && before.actions === after.actions && shownOf(before) === shownOf(after)
}

const shownOf = (row: RowProps) =>
  JSON.stringify(row, (key, value: unknown) => (key === 'children' ? undefined : value))

const OutlineRow = memo(function OutlineRow({
  node,
  level,
  on,
  stop,
  counts,
  place,
  movable,
  renaming,
  adding,
  choose,
  actions,
}: RowProps) {
  const ui = useUiStore()
  const store = useStore()
  const parent = node.canAdd
  const broken = node.trouble === 'unreadable'
  if (renaming && node.file !== undefined) {
    const { file } = node
    return (
      <NameInput
        inTree
        label={`New name of ${node.name}`}
        start={node.name}
        hint="Renames its files too, and whatever names them"
        className={level > 1 ? 'pl-8' : undefined}
        onKeep={(name) => {
          const refusal = actions.rename(file, name)
          if (refusal === undefined) ui.set({ task: undefined, reach: store.get().place.file })
          return refusal
        }}
        onDrop={(byKey) => ui.set({ task: undefined, ...(byKey ? { reach: node.id } : {}) })}
      />
    )
  }
  const own = node.trouble ? node.name.slice(node.name.lastIndexOf('/') + 1) : node.name
  const title = level > 1 && own !== '' && node.type !== 'text' ? own : node.title
  const sub =
    level === 1 && node.type !== 'items' && node.type !== 'manifest' ? own : node.type === 'text' ? node.name : ''
  return (
    <>
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={on}
        data-id={node.id}
        tabIndex={stop ? 0 : -1}
        {...(movable && {
          draggable: true,
          'data-drag': node.file,
          'data-list': node.type,
          'data-index': place?.index,
        })}
        onClick={() => choose(node)}
        className={classNames(
          dropMark,
          'group quick relative flex h-7 select-none items-center gap-2 pl-3.5 pr-2 hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:h-11',
          level > 1 && 'pl-[38px]',
          on &&
            "bg-accent-soft font-medium text-accent-ink before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent before:content-[''] hover:bg-accent-soft",
        )}
      >
        {level === 1 && <NamedIcon name={node.icon} instead={FileText} className={on ? 'text-accent' : 'text-ink-3'} />}
        <span className="truncate">
          {title} {sub !== '' && <span className={on ? 'font-normal' : 'text-ink-3'}>{sub}</span>}
        </span>
        <span className="ml-auto flex shrink-0 items-center gap-1.5">
          {node.trouble === 'missing' && <span className="text-11 text-error">missing</span>}
          <span
            className="flex items-center gap-1.5 empty:hidden"
            title={broken ? `${node.file} does not parse` : undefined}
          >
            {severities.map((severity) => (
              <Badge
                key={severity}
                of={severity}
                count={counts?.[severity] ?? (broken && severity === 'error' ? 1 : 0)}
              />
            ))}
          </span>
          {node.count !== undefined && node.count > 0 && <span className="text-11 text-ink-3">{node.count}</span>}
          {parent && (
            <IconButton
              icon={Plus}
              size="compact"
              tabIndex={-1}
              label={`Add ${parent.noun}`}
              onClick={(event) => {
                event.stopPropagation()
                ui.set({ task: { kind: 'add', ...parent } })
              }}
            />
          )}
          {hasMenu(node) && place && <RowMenu file={node.file} name={node.name} place={place} actions={actions} />}
        </span>
      </div>
      {adding && parent && (
        <NameInput
          inTree
          label={`Name of the new ${parent.noun}`}
          start=""
          className="pl-8"
          paste={parent.paste}
          onPaste={(text) => {
            const list = itemListOf(documentTypeOf(store.get().files, parent.parent), parent.type)
            if (text !== '' && list?.paste?.inputFor(text) === undefined) return false
            ui.set({ task: undefined, paste: { parent: parent.parent, text } })
            return true
          }}
          onKeep={(name) => {
            const refusal = actions.add(parent.parent, parent.noun, name, parent.type)
            if (refusal === undefined)
              ui.set({ task: undefined, drawer: false, pane: 'form', reach: store.get().place.file })
            return refusal
          }}
          onDrop={(byKey) => ui.set({ task: undefined, ...(byKey ? { reach: node.id } : {}) })}
        />
      )}
    </>
  )
}, looksSame)
