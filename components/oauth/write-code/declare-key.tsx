'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import Keeper from '@/components/editor/save/keeper'
import type { Store } from '@/components/editor/store/store'
import { StoreProvider, useEditor } from '@/components/editor/store/use-editor'
import { showToast } from '@/components/ui/toast'
import { declareToken } from '@/lib/plugin/oauth/declare-token'
import type { OAuthProject } from '../playground'
import { saveTrouble } from './save-trouble'
import { useProjectStore } from './use-project-store'

interface Props {
  project: OAuthProject
  /** The provider, and the key that its `credentials_schema` is to have. */
  file: string
  name: string
  /** It is declared. */
  onDone: () => void
  /** What it failed by, or waits for. */
  onTrouble: (reason: string) => void
}

/** Declares a key of the token in the plugin and saves it; draws nothing, and has to stay until one or the other is told. */
export default function DeclareKey(props: Props) {
  const opened = useProjectStore(props.project)
  const { onTrouble } = props
  const reason = opened.kind === 'failed' ? opened.reason : undefined
  useEffect(() => {
    if (reason !== undefined) onTrouble(reason)
  }, [reason, onTrouble])
  if (opened.kind !== 'open') return null
  return (
    <StoreProvider value={opened.store}>
      <Declaring {...props} store={opened.store} />
    </StoreProvider>
  )
}

function Declaring({ store, project, file, name, onDone, onTrouble }: Props & { store: Store }) {
  const router = useRouter()
  const save = useEditor((state) => state.save)
  const [begun, setBegun] = useState(false)
  const onReady = useCallback(
    (saveNow: () => void) => {
      const edit = store.edit(`Declare ${name}`, (files) => declareToken(files, file, name))
      if (!edit.ok) return onTrouble(edit.reason)
      setBegun(true)
      saveNow()
    },
    [store, file, name, onTrouble],
  )
  const trouble = begun ? saveTrouble(save) : undefined
  const isThere = begun && save.kind === 'saved'
  useEffect(() => {
    if (trouble !== undefined) onTrouble(trouble)
  }, [trouble, onTrouble])
  useEffect(() => {
    if (!isThere) return
    const { id } = project
    const open = () => router.push(`/projects/${id}?file=${encodeURIComponent(file)}`)
    showToast(`${name} is declared in ${file}.`, { label: 'Open in the editor', run: open })
    // the page was made of the files as they were
    router.refresh()
    onDone()
  }, [isThere, project, file, name, router, onDone])
  return <Keeper store={store} projectId={project.id} onReady={onReady} />
}
