'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import type { Files } from '@/lib/plugin/files'
import { EditorBar } from './bar/top-bar'
import { Workbench } from './panes/workbench'
import { placeFromAddress } from './place-address'
import { useFindings } from './problems/use-findings'
import { useJournal } from './save/use-journal'
import { useSaving } from './save/use-saving'
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
  const [queries] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queries}>
      <StoreProvider value={store}>
        <UiProvider value={ui}>
          <Bench store={store} projectId={projectId} />
        </UiProvider>
      </StoreProvider>
    </QueryClientProvider>
  )
}

function Bench({ store, projectId }: { store: ReturnType<typeof createStore>; projectId: string }) {
  const saveNow = useSaving(store, projectId)
  useJournal(store, projectId)
  useFindings(store)
  useKeys(store, saveNow)
  useAddress(store)
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <EditorBar saveNow={saveNow} />
      <Conflict />
      <Workbench />
    </div>
  )
}

function Conflict() {
  const count = useEditor((state) => state.conflict?.paths.length ?? 0)
  const [later, setLater] = useState(false)
  if (count === 0) return null
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
        {count === 1 ? 'One file waits' : `${count} files wait`} for a choice; until then nothing is saved, and everything is kept in this browser.
      </InlineMessage>
      {!later && <ConflictView onClose={() => setLater(true)} />}
    </>
  )
}
