import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { useEditor } from '../store/use-editor'
import { ConflictView } from './conflict-view'

/** The same lines changed in two places: said above the workbench, and settled in a view of both sides. */
export function ConflictNotice() {
  const kept = useEditor((state) => state.kept)
  const [later, setLater] = useState(false)
  return (
    <>
      <InlineMessage
        kind="error"
        title="The same lines changed in two places."
        action={
          <Button size="compact" onClick={() => setLater(false)}>
            Choose a side
          </Button>
        }
      >
        Your side waits for a choice; until then nothing is saved.{' '}
        {kept === 'kept' || kept === 'soon'
          ? 'Everything is kept in this browser.'
          : 'This browser keeps nothing: download the files.'}
      </InlineMessage>
      {!later && <ConflictView onClose={() => setLater(true)} />}
    </>
  )
}
