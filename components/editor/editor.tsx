'use client'

import dynamic from 'next/dynamic'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { whenIdle } from '@/components/ui/when-idle'
import type { Files } from '@/lib/plugin/files'
import { EditorBar } from './bar/top-bar'
import { Workbench } from './panes/workbench'
import { placeFromAddress } from './place-address'
import { useFindings } from './problems/use-findings'
import { createStore } from './store/store'
import { createUi, UiProvider } from './store/ui-state'
import { StoreProvider, useEditor } from './store/use-editor'
import { useAddress } from './use-address'
import { useKeys } from './use-keys'

const ConflictView = dynamic(() => import('./save/conflict-view').then((module) => module.ConflictView), { ssr: false })

export interface EditorProps {
  projectId: string
  files: Files
  revision: string
  readOnly: boolean
  /** What the address asks for. */
  file?: string
  at?: string
}

/** The workbench of one project. Its files are its only state; everything here is a view on them. */
export function Editor(props: EditorProps) {
  const { projectId, files, revision, readOnly, file, at } = props
  const [store] = useState(() => createStore({ files, revision, readOnly, place: placeFromAddress(files, file, at) }))
  const [ui] = useState(createUi)
  return (
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <Bench store={store} projectId={projectId} />
      </UiProvider>
    </StoreProvider>
  )
}

function Bench({ store, projectId }: { store: ReturnType<typeof createStore>; projectId: string }) {
  const [saveNow, setSaveNow] = useState(() => () => {})
  const [onReady] = useState(() => (save: () => void) => setSaveNow(() => save))
  useFindings(store)
  useKeys(store, saveNow)
  useAddress(store)
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <EditorBar saveNow={saveNow} />
      <Conflict />
      <Workbench />
      <KeepLater store={store} projectId={projectId} onReady={onReady} />
    </div>
  )
}

const Keeper = lazy(() => import('./save/keeper'))

/** Journal and saving load when the page can be used, at the latest with the first change. */
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
  useEffect(() => {
    const start = () => setReady(true)
    const cancel = whenIdle(start)
    const unsubscribe = store.subscribe((state, before) => state.files !== before.files && start())
    return () => {
      cancel()
      unsubscribe()
    }
  }, [store])
  if (!ready) return null
  return (
    <Suspense>
      <Keeper store={store} projectId={projectId} onReady={onReady} />
    </Suspense>
  )
}

function Conflict() {
  const open = useEditor((state) => state.conflict !== undefined)
  const [later, setLater] = useState(false)
  if (!open) return null
  return (
    <>
      <InlineMessage
        kind="error"
        title="Both of you changed the same lines."
        action={
          <Button size="compact" onClick={() => setLater(false)}>
            Choose a side
          </Button>
        }
      >
        Your side waits for a choice; until then nothing is saved, and everything is kept in this browser.
      </InlineMessage>
      {!later && <ConflictView onClose={() => setLater(true)} />}
    </>
  )
}
