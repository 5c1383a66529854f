'use client'

import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { useDownload } from '../bar/use-download'
import { useUi, useUiStore } from '../store/ui-state'

/** Why there was no package, and the ways on: its problems, or the files as they are. */
export function Refusal({ onShow }: { onShow: () => void }) {
  const ui = useUiStore()
  const message = useUi((state) => state.message)
  const refused = useUi((state) => state.refused)
  const { busy, downloadZip } = useDownload()
  if (message === undefined) return null
  return (
    <InlineMessage
      kind="error"
      title={message}
      action={
        <span className="flex flex-wrap justify-end gap-2">
          {refused && (
            <>
              <Button size="compact" onClick={onShow}>
                Show the problems
              </Button>
              <Button size="compact" busy={busy && 'Zipping'} onClick={() => void downloadZip()}>
                Download files as zip
              </Button>
            </>
          )}
          <Button size="compact" onClick={() => ui.set({ message: undefined, refused: false })}>
            Close
          </Button>
        </span>
      }
    />
  )
}
