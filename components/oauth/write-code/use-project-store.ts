'use client'

import { useEffect, useState } from 'react'
import { fetchFiles } from '@/components/editor/save/fetch-files'
import { rememberHead } from '@/components/editor/save/use-head'
import { createStore, type Store } from '@/components/editor/store/store'
import { missingKinds } from '@/lib/plugin/present-kinds'
import { loadKinds } from '@/lib/plugin/kinds/registry'
import { signInPart } from '@/lib/plugin/kinds/sign-in-part'

export type Opened = { kind: 'opening' } | { kind: 'failed'; reason: string } | { kind: 'open'; store: Store }

/** The files of a project as the server has them now, in the store that the editor has too: its saving and its undo are the same. */
export function useProjectStore(projectId: string, readOnly: boolean): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    let left = false
    open(projectId, readOnly).then(
      (now) => !left && setOpened(now),
      () => !left && setOpened({ kind: 'failed', reason: 'The plugin did not load. Check the network and try again.' }),
    )
    return () => {
      left = true
    }
  }, [projectId, readOnly])
  return opened
}

async function open(projectId: string, readOnly: boolean): Promise<Opened> {
  const head = await fetchFiles(projectId)
  if (head === 'gone') return { kind: 'failed', reason: 'This plugin is gone, or you may not see it any more.' }
  if (head === 'unreachable')
    return { kind: 'failed', reason: 'The server does not answer. Check the network and try again.' }
  await loadKinds([...missingKinds(head.files), signInPart])
  const store = createStore({ ...head, readOnly, place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] } })
  rememberHead(projectId, store)
  return { kind: 'open', store }
}
