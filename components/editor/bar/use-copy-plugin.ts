'use client'

import { useRouter } from 'next/navigation'
import { useStore } from '../store/use-editor'

/** Makes a copy of the open plugin, as the server has it, and goes there. */
export function useCopyPlugin(projectId: string): () => void {
  const store = useStore()
  const router = useRouter()
  return () =>
    void import('@/components/share/share-requests')
      .then(({ copyProject }) => copyProject(projectId))
      .catch(() => ({ ok: false as const, reason: 'Check the network and try again.' }))
      .then((answer) => {
        if (answer.ok) router.push(`/projects/${answer.value.id}`)
        else store.note({ notice: `The plugin was not copied. ${answer.reason}` })
      })
}
