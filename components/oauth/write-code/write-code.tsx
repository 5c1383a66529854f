'use client'

import { useEffect } from 'react'
import { StoreProvider } from '@/components/editor/store/use-editor'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { InlineMessage } from '@/components/ui/inline-message'
import type { OAuthProject } from '../playground'
import { useProjectStore } from './use-project-store'
import { WrittenDialog } from './written-dialog'

interface Props {
  project: OAuthProject
  /** The provider to begin with. */
  file: string
  /** It is there to be looked at. */
  onOpened: () => void
  onClose: () => void
}

/** Writes the sign-in that was tried into the plugin: what changes is shown first, then it is one step of undo. */
export default function WriteCode(props: Props) {
  const opened = useProjectStore(props.project)
  const { onOpened } = props
  const ready = opened.kind !== 'opening'
  useEffect(() => {
    if (ready) onOpened()
  }, [ready, onOpened])
  if (opened.kind === 'opening') return null
  if (opened.kind === 'open')
    return (
      <StoreProvider value={opened.store}>
        <WrittenDialog {...props} store={opened.store} />
      </StoreProvider>
    )
  return (
    <Dialog
      open
      title="Write the code"
      onOpenChange={(open) => !open && props.onClose()}
      answers={<Button onClick={props.onClose}>Close</Button>}
    >
      <InlineMessage kind="error" title="The code cannot be written.">
        {opened.reason}
      </InlineMessage>
    </Dialog>
  )
}
