'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { InlineMessage } from '@/components/ui/inline-message'
import { changedPaths, type FileContent } from '@/lib/plugin/files'
import { downloadUnsaved } from '../save/download-unsaved'
import { useEditor, useStore } from '../store/use-editor'

/** What became of the rights of somebody who has the plugin open. */
export type Lost = 'gone' | 'signed-out' | 'looks-only' | 'may-edit'

/** Says at once that rights are others now. What was not saved can be taken along. */
export function AccessLost({ lost }: { lost: Lost }) {
  const unsaved = useEditor(({ files, saved }) => (files === saved.files ? 0 : changedPaths(saved.files, files).length))
  const what = unsaved === 1 ? '1 file of yours was' : `${unsaved} files of yours were`
  const kept = unsaved > 0 && `${what} not saved: take them along.`
  if (lost === 'signed-out')
    return (
      <InlineMessage
        kind="publish"
        title="You are signed out."
        action={
          <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonStyle({ size: 'compact' })}>
            Sign in
          </a>
        }
      >
        Go on working: it is kept in this browser, and saved once you signed in in another tab.
      </InlineMessage>
    )
  if (lost === 'may-edit')
    return (
      <InlineMessage
        kind="look"
        title="You may change this plugin now."
        action={
          <Button size="compact" onClick={() => location.reload()}>
            Load it again
          </Button>
        }
      />
    )
  if (lost === 'looks-only')
    return (
      <InlineMessage kind="look" title="You can look now, not change." action={unsaved > 0 && <TakeAlong compact />}>
        Somebody changed your role. {kept}
      </InlineMessage>
    )
  return (
    <Dialog
      open
      onOpenChange={() => {}}
      title="This plugin is no longer shared with you"
      answers={
        <>
          {unsaved > 0 && <TakeAlong />}
          <Link href="/" className={buttonStyle({ look: 'primary' })}>
            All plugins
          </Link>
        </>
      }
    >
      It was deleted, or your access to it ended. {kept}
    </Dialog>
  )
}

/** Downloads the files that only this browser has. */
function TakeAlong({ compact }: { compact?: boolean }) {
  const store = useStore()
  async function take() {
    const { files, saved } = store.get()
    const own = new Map<string, FileContent>()
    for (const path of changedPaths(saved.files, files)) {
      const content = files.get(path)
      if (content !== undefined) own.set(path, content)
    }
    await downloadUnsaved(own)
  }
  return (
    <Button size={compact ? 'compact' : undefined} onClick={() => void take()}>
      Download what was not saved
    </Button>
  )
}
