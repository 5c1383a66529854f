'use client'

import { Languages } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { Form } from '@/components/form/form'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import type { DocumentType } from '@/lib/plugin/document'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { documentsOf, readDocument } from '@/lib/plugin/references'
import { manifestPath, textOf } from '@/lib/plugin/files'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { documentSource } from './document-source'
import { lazyPart } from '@/components/ui/lazy-part'
import { showLine } from './store/show-line'
import { useUiStore } from './store/ui-state'
import { useEditor, useStore } from './store/use-editor'

const DocumentMenu = lazyPart('The menu', () => import('./document-menu').then((module) => module.DocumentMenu))
const PlainFile = lazyPart('The file', () => import('./plain-file').then((module) => module.PlainFile))

/** The form of the chosen document; of another file what can be said of it. */
export function FormPane() {
  const file = useEditor((state) => state.place.file)
  const typeId = useEditor((state) => documentsOf(state.files).get(state.place.file))
  const type = typeId === undefined ? undefined : documentTypeById(typeId)
  return (
    <>
      <Notice />
      {type ? <DocumentForm key={`${file} ${type.id}`} file={file} type={type} /> : <PlainFile path={file} />}
    </>
  )
}

function Notice() {
  const store = useStore()
  const notice = useEditor((state) => state.notice)
  const recovered = useEditor((state) => state.recovered)
  const refused = useEditor(({ save }) => (save.kind === 'failed' ? save.reason : undefined))
  const canLeaveOut = useEditor((state) => state.undo.length === 1 && state.save.kind !== 'conflict')
  if (refused !== undefined)
    return (
      <InlineMessage kind="error" title="Not saved.">
        {refused}
      </InlineMessage>
    )
  if (notice !== undefined) {
    return (
      <InlineMessage
        kind="publish"
        title={notice}
        action={
          <Button size="compact" onClick={() => store.note({ notice: undefined })}>
            Close
          </Button>
        }
      />
    )
  }
  if (recovered === undefined) return null
  return (
    <InlineMessage
      kind="look"
      title="Your unsaved work of last time is back."
      action={
        <span className="flex gap-2">
          {canLeaveOut && (
            <Button
              size="compact"
              onClick={() => {
                store.undo()
                store.note({ recovered: undefined })
              }}
            >
              Leave it out
            </Button>
          )}
          <Button size="compact" onClick={() => store.note({ recovered: undefined })}>
            Keep it
          </Button>
        </span>
      }
    >
      {recovered === 1 ? '1 file' : `${recovered} files`} had not reached the server.
    </InlineMessage>
  )
}

function DocumentForm({ file, type }: { file: string; type: DocumentType }) {
  const store = useStore()
  const source = useMemo(() => documentSource(store, file), [store, file])
  const trouble = useEditor((state) => troubleOf(textOf(state.files, file) ?? ''))
  const unreadable = useEditor(() => trouble !== '' && source.value() === undefined)
  const heading = <Heading file={file} type={type} />
  const message = trouble !== '' && <Broken file={file} trouble={trouble} unreadable={unreadable} />
  if (unreadable) {
    return (
      <>
        {heading}
        {message}
      </>
    )
  }
  return <Form type={type} source={source} heading={heading} message={message} />
}

function troubleOf(text: string): string {
  const yaml = parseYaml(text)
  const problem = yaml.problems[0]
  return yaml.ok ? '' : `${problem?.offset ?? 0} ${problem?.line ?? 1} ${problem?.message ?? ''}`
}

function Broken({ file, trouble, unreadable }: { file: string; trouble: string; unreadable: boolean }) {
  const store = useStore()
  const ui = useUiStore()
  const [, , line, text] = /^(\d+) (\d+) (.*)$/s.exec(trouble) ?? []
  return (
    <InlineMessage
      kind="error"
      title={`${file} does not parse.`}
      action={
        <Button
          size="compact"
          onClick={() => {
            ui.set({ pane: 'file', fileFolded: false, inDify: false })
            store.select({ code: file })
            showLine(store, file, Number(line))
          }}
        >
          Go to line {line}
        </Button>
      }
    >
      Line {line}: {text}{' '}
      {unreadable ? 'The form comes back when the text parses.' : 'The form shows the last good values and waits.'}
    </InlineMessage>
  )
}

function Heading({ file, type }: { file: string; type: DocumentType }) {
  const name = useEditor((state) => readDocument(textOf(state.files, file) ?? '', type).label ?? file)
  return (
    <PaneTitle title={name} kind={name === type.title ? '' : type.title}>
      {file === manifestPath ? <AllTexts /> : <DocumentMenu file={file} type={type} name={name} />}
    </PaneTitle>
  )
}

/** Stands here, not in the menu, whose script the first page is spared. */
function AllTexts() {
  const ui = useUiStore()
  return (
    <Button size="compact" look="ghost" icon={Languages} onClick={() => ui.set({ view: 'texts' })}>
      All texts
    </Button>
  )
}

export function PaneTitle({ title, kind, children }: { title: string; kind: string; children?: ReactNode }) {
  return (
    <div className="flex h-11 items-center gap-2.5 px-(--pad) pt-1.5">
      <h2 className="truncate text-15 font-semibold" title={title}>
        {title}
      </h2>
      {kind !== '' && <span className="shrink-0 text-ink-3">{kind}</span>}
      <span className="flex-1" />
      {children}
    </div>
  )
}
