'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ownAccess, type ProjectAccess } from '@/components/share/project-access'
import { whenIdle } from '@/components/ui/when-idle'
import type { Files } from '@/lib/plugin/files'
import type { OutlineNode } from '@/lib/plugin/outline'
import { EditorBar } from './bar/top-bar'
import { EditorSkeleton } from './editor-skeleton'
import { lazyPart } from '@/components/ui/lazy-part'
import type { Drawn } from './outline/outline'
import { Workbench } from './panes/workbench'
import { placeFromAddress } from './place-address'
import { useFindings } from './problems/use-findings'
import { rememberHead, useHead } from './save/use-head'
import { useLeaveGuard } from './save/use-leave-guard'
import { createStore, type Saved } from './store/store'
import { createUi, UiProvider, useUi, useUiStore } from './store/ui-state'
import { StoreProvider, useEditor } from './store/use-editor'
import { useAddress } from './use-address'
import { useKeys } from './use-keys'
import { useKindsOf, useNewKinds } from './use-kinds'

const ConflictNotice = lazyPart('The view of both sides', () =>
  import('./save/conflict-notice').then((module) => module.ConflictNotice),
)
const Palette = lazyPart('The palette', () => import('./commands/palette').then((module) => module.default))
const PasteDialog = lazyPart('The dialog', () => import('./paste/paste-dialog').then((module) => module.default))
const ShareDialog = lazyPart('Sharing', () => import('./bar/share-plugin').then((module) => module.default))
const LookOnlyBar = lazyPart('The bar', () => import('./bar/look-only-bar').then((module) => module.default))
const LaterParts = lazyPart('The workbench', () => import('./later-parts').then((module) => module.LaterParts))
const Keeper = lazyPart('Saving', () => import('./save/keeper').then((module) => module.default))

export interface EditorProps {
  projectId: string
  files: Files
  revision: string
  /** Of these files. */
  outline: readonly OutlineNode[]
  readOnly: boolean
  access?: ProjectAccess
  /** What the address asks for. */
  file?: string
  at?: string
  section?: string
}

/** The workbench of one project. Its files are its only state; everything here is a view on them. */
export function Editor(props: EditorProps) {
  const head = useHead(props.projectId, props)
  useKindsOf(head?.files)
  return head ? <Opened {...props} head={head} /> : <EditorSkeleton />
}

function Opened({
  projectId,
  head,
  readOnly,
  access = ownAccess,
  file,
  at,
  section,
  files,
  outline,
}: EditorProps & { head: Saved }) {
  const [store] = useState(() =>
    createStore({ ...head, readOnly, self: access.self, place: placeFromAddress(head.files, file, at, section) }),
  )
  const [ui] = useState(() => createUi(access))
  const [atFirst] = useState({ files, nodes: outline })
  useEffect(() => rememberHead(projectId, store), [projectId, store])
  return (
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <Bench store={store} projectId={projectId} atFirst={atFirst} />
      </UiProvider>
    </StoreProvider>
  )
}

function Bench({
  store,
  projectId,
  atFirst,
}: {
  store: ReturnType<typeof createStore>
  projectId: string
  atFirst: Drawn
}) {
  const ui = useUiStore()
  const palette = useUi((state) => state.palette !== undefined)
  const paste = useUi((state) => state.paste)
  const conflict = useEditor((state) => state.conflict !== undefined)
  const sharing = useUi((state) => state.sharing)
  const [saveNow, setSaveNow] = useState(() => () => {})
  const [onReady] = useState(() => (save: () => void) => setSaveNow(() => save))
  useLeaveGuard(store)
  useNewKinds(store)
  useFindings(store)
  useKeys(store, ui, saveNow)
  useAddress(store, ui)
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <EditorBar projectId={projectId} saveNow={saveNow} />
      {store.get().readOnly && (
        <div className="min-h-10 border-b border-line bg-chrome">
          <LookOnlyBar projectId={projectId} />
        </div>
      )}
      {conflict && <ConflictNotice />}
      <KeepLater store={store} projectId={projectId} onReady={onReady} />
      <Workbench atFirst={atFirst} projectId={projectId} saveNow={saveNow} />
      {palette && <Palette projectId={projectId} saveNow={saveNow} />}
      {sharing && <ShareDialog projectId={projectId} onClose={() => ui.set({ sharing: false })} />}
      {paste && <PasteDialog {...paste} />}
    </div>
  )
}

/** Journal and saving load when the page can be used, at the latest when somebody touches it. */
function KeepLater({
  store,
  projectId,
  onReady,
}: {
  store: ReturnType<typeof createStore>
  projectId: string
  onReady: (saveNow: () => void) => void
}) {
  const [ready, setReady] = useState(false)
  const keeps = useRef(false)
  useEffect(() => {
    const start = () => setReady(true)
    const cancel = whenIdle(start)
    const unsubscribe = store.subscribe((state, before) => {
      if (state.files === before.files) return
      start()
      // Nothing is saved as long as what saves is not there.
      if (state.save.kind === 'saved' && state.files !== state.saved.files) store.note({ save: { kind: 'waiting' } })
    })
    addEventListener('keydown', start, { capture: true, once: true })
    addEventListener('pointerdown', start, { capture: true, once: true })
    return () => {
      cancel()
      removeEventListener('keydown', start, { capture: true })
      removeEventListener('pointerdown', start, { capture: true })
      unsubscribe()
    }
  }, [store])
  useEffect(
    () => () => {
      if (keeps.current || store.get().files === store.get().saved.files) return
      void import('./save/send-left').then(({ sendLeft }) => sendLeft(store, projectId)).catch(() => {})
    },
    [store, projectId],
  )
  const takeOver = useCallback(
    (saveNow: () => void) => {
      keeps.current = true
      onReady(saveNow)
    },
    [onReady],
  )
  if (!ready) return null
  return (
    <>
      <Keeper store={store} projectId={projectId} onReady={takeOver} />
      <LaterParts />
    </>
  )
}
