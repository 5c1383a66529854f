'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { loadMerge } from '../store/merge-later'
import type { Store } from '../store/store'
import { keepJournal } from './keep-journal'
import { keepSteps } from './keep-steps'
import { openTab } from './tab'
import { useSaving } from './use-saving'
import { Live } from '../live/live'

interface KeeperProps {
  store: Store
  projectId: string
  /** Hands out the way to save at once. */
  onReady: (saveNow: () => void) => void
}

/** Keeps the work: in this browser at once, on the server a second later; and takes in that of others. */
export default function Keeper(props: KeeperProps) {
  const [queries] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queries}>
      <Keeping {...props} />
    </QueryClientProvider>
  )
}

function Keeping({ store, projectId, onReady }: KeeperProps) {
  const saveNow = useSaving(store, projectId)
  useEffect(() => {
    if (store.get().readOnly) return
    const tab = openTab(projectId)
    const steps = keepSteps(store, tab)
    const stopJournal = keepJournal(store, projectId, tab, steps.before)
    return () => {
      steps.stop()
      stopJournal()
      tab.release()
    }
  }, [store, projectId])
  useEffect(() => onReady(saveNow), [onReady, saveNow])
  useEffect(() => void loadMerge().catch(() => undefined), [])
  return <Live projectId={projectId} saveNow={saveNow} />
}
