'use client'

import { Check, ChevronRight, Copy, Hand, Link2, OctagonX, PanelRightClose } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Tab, TabList, Tabs } from '@/components/ui/tabs'
import { classNames } from '@/components/ui/class-names'
import { useCopy } from '@/components/ui/use-copy'
import { textOf } from '@/lib/plugin/files'
import { isPristine } from '@/lib/plugin/follow-python'
import { documentsOf } from '@/lib/plugin/references'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { lazyPart } from '@/components/ui/lazy-part'
import { tabsFor } from '../store/documents'
import type { EditorState } from '../store/store'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'

const BinaryFile = lazyPart('The file', () => import('./binary-file').then((module) => module.BinaryFile))
const DifyPane = lazyPart('The preview', () => import('../dify/dify-pane').then((module) => module.default))
const CodeEditor = lazyPart('The code editor', () => import('./code-editor').then((module) => module.CodeEditor))

/** The tab's value; no file is called so. */
const dify = '/in-dify'

/** The live file: the document, its Python, or any other file of the plugin. */
export function CodePane() {
  const store = useStore()
  const ui = useUiStore()
  const code = useEditor((state) => state.place.code)
  const tabs = useEditor((state) => tabsFor(state.files, state.place).join('\n')).split('\n')
  const isText = useEditor((state) => textOf(state.files, state.place.code) !== undefined)
  const isDocument = useEditor((state) => documentsOf(state.files).has(state.place.file))
  const inDify = useUi((state) => state.inDify) && isDocument
  const [box, visible] = useSeen()
  return (
    <Tabs
      value={inDify ? dify : code}
      onValueChange={(path) => {
        ui.set({ inDify: path === dify })
        if (path !== dify) store.select({ code: path })
      }}
      activationMode="manual"
      className={classNames(
        'grid size-full min-h-0',
        inDify ? 'grid-rows-[44px_minmax(0,1fr)]' : 'grid-rows-[44px_36px_minmax(0,1fr)]',
      )}
    >
      <div className="flex items-center gap-2 pl-4 pr-2">
        <TabList aria-label="Files of this document" className="min-w-0 flex-1 border-b-0">
          {tabs.map((path) => (
            <Tab key={path} value={path} mono title={path} aria-controls={undefined} className="h-11 text-code">
              {path.slice(path.lastIndexOf('/') + 1)}
            </Tab>
          ))}
          {isDocument && (
            <Tab value={dify} aria-controls={undefined} className="sticky right-0 h-11 bg-page px-1.5">
              In Dify
            </Tab>
          )}
        </TabList>
        {isText && !inDify && <CopyFile />}
        <IconButton
          icon={PanelRightClose}
          size="compact"
          className="max-[899px]:hidden"
          label="Fold the file"
          onClick={() => ui.set({ fileFolded: true })}
        />
      </div>
      {!inDify && (
        <div className="flex min-w-0 items-center gap-1.5 border-y border-line pl-[46px] pr-3.5">
          <Where />
          <FileState />
        </div>
      )}
      {inDify && (
        <div className="min-h-0 min-w-0 border-t border-line">
          <DifyPane />
        </div>
      )}
      <div ref={box} className={classNames('min-h-0 min-w-0', inDify && 'hidden')}>
        {visible && isText && <CodeEditor />}
        {!isText && <BinaryFile path={code} />}
      </div>
    </Tabs>
  )
}

/** True once the element was on the screen: the code editor is large and a phone shows one pane at a time. */
function useSeen() {
  const element = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      setSeen(true)
      observer.disconnect()
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, seen] as const
}

function CopyFile() {
  const store = useStore()
  const { copy, said, done } = useCopy()
  return (
    <IconButton
      icon={done ? Check : Copy}
      size="compact"
      label={said || 'Copy the file'}
      onClick={() => {
        const { files, place } = store.get()
        copy(textOf(files, place.code) ?? '')
      }}
    />
  )
}

/** The place of the focused field, in the file's own words. */
function Where() {
  const where = useEditor(({ place, files }) =>
    JSON.stringify(place.code === place.file ? named(place.at, textOf(files, place.file)) : []),
  )
  const steps: unknown = JSON.parse(where)
  const keys = Array.isArray(steps) ? steps.map(String) : []
  return (
    <span className="code-12 flex min-w-0 items-center gap-1.5 truncate text-ink-3" title={keys.join(' › ')}>
      {keys.map((key, index) => (
        <Fragment key={index}>
          {index > 0 && <Icon of={ChevronRight} size={12} />}
          <span className={index === keys.length - 1 ? 'text-ink' : undefined}>{key}</span>
        </Fragment>
      ))}
    </span>
  )
}

/** List positions by the name of what stands there. */
function named(at: readonly (string | number)[], text: string | undefined): (string | number)[] {
  let here: unknown = text === undefined ? undefined : parseYaml(text).value
  return at.map((key) => {
    here = typeof here === 'object' && here !== null ? Object.getOwnPropertyDescriptor(here, key)?.value : undefined
    const name: unknown =
      typeof key === 'number' && typeof here === 'object' && here !== null
        ? Object.getOwnPropertyDescriptor(here, 'name')?.value
        : undefined
    return typeof name === 'string' ? name : key
  })
}

const states = {
  follows: { icon: Link2, text: 'Follows the form', color: 'text-accent' },
  yours: { icon: Hand, text: 'Yours, never overwritten', color: 'text-ink-3' },
}

function FileState() {
  const state = useEditor(fileState)
  if (state === '') return null
  const line = Number(state)
  const known = state === 'follows' || state === 'yours' ? states[state] : undefined
  return (
    <span
      className={classNames('ml-auto flex shrink-0 items-center gap-1.5 text-12', known ? 'text-ink-3' : 'text-error')}
    >
      <Icon of={known?.icon ?? OctagonX} size={14} className={known?.color} />
      {known?.text ?? `Does not parse, line ${line}`}
    </span>
  )
}

function fileState({ files, place: { file, code } }: EditorState): string {
  if (!documentsOf(files).has(file)) return ''
  if (code !== file) return /\.py$/.test(code) ? (isPristine(files, file, code) ? 'follows' : 'yours') : ''
  const yaml = parseYaml(textOf(files, file) ?? '')
  return yaml.ok ? 'follows' : String(yaml.problems[0]?.line ?? 1)
}
