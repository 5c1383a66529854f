'use client'

import { useEffect, useState } from 'react'
import { fetchFiles } from '@/components/editor/save/fetch-files'
import { rememberHead } from '@/components/editor/save/use-head'
import { createStore, type Store } from '@/components/editor/store/store'
import { missingKinds } from '@/lib/plugin/present-kinds'
import { loadKinds } from '@/lib/plugin/kinds/registry'
import { signInPart } from '@/lib/plugin/kinds/sign-in-part'
import type { OAuthProject } from '../playground'

export type Opened = { kind: 'opening' } | { kind: 'failed'; reason: string } | { kind: 'open'; store: Store }

/** The files of a project as the server has them now, in the store that the editor has too: its saving and its undo are the same. */
export function useProjectStore({ id, readOnly, self }: OAuthProject): Opened {
  // A page that was refreshed has the same ids in another list.
  const ids = self.join(' ')
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    let left = false
    open(id, readOnly, ids.split(' ')).then(
      (now) => !left && setOpened(now),
      () => !left && setOpened({ kind: 'failed', reason: 'The plugin did not load. Check the network and try again.' }),
    )
    return () => {
      left = true
    }
  }, [id, readOnly, ids])
  return opened
}

async function open(projectId: string, readOnly: boolean, self: readonly string[]): Promise<Opened> {
  const head = await fetchFiles(projectId)
  if (head === 'gone') return { kind: 'failed', reason: 'This plugin is gone, or you may not see it any more.' }
  if (head === 'unreachable')
    return { kind: 'failed', reason: 'The server does not answer. Check the network and try again.' }
  await loadKinds([...missingKinds(head.files), signInPart])
  const store = createStore({
    ...head,
    readOnly,
    self,
    place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] },
  })
  rememberHead(projectId, store)
  return { kind: 'open', store }
}
