'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import Keeper from '@/components/editor/save/keeper'
import type { Store } from '@/components/editor/store/store'
import { useEditor } from '@/components/editor/store/use-editor'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { InlineMessage } from '@/components/ui/inline-message'
import { changedPaths } from '@/lib/plugin/files'
import { writeOAuthCode } from '@/lib/plugin/oauth/write-code'
import type { OAuthProject } from '../playground'
import type { PlaygroundForm } from '../playground-form'
import { codeSettings } from './code-settings'
import { saveTrouble } from './save-trouble'
import { WhatChanges } from './what-changes'

/** The change before it is made, then the way on from it. */
export function WrittenDialog({
  project,
  file: first,
  onClose,
  store,
}: {
  project: OAuthProject
  file: string
  onClose: () => void
  store: Store
}) {
  const { getValues } = useFormContext<PlaygroundForm>()
  const [{ settings, left }] = useState(() => codeSettings(getValues().settings))
  const [file, setFile] = useState(first)
  const [anew, setAnew] = useState(false)
  const [done, setDone] = useState(false)
  const [saveNow, setSaveNow] = useState(() => () => {})
  const onReady = useCallback((save: () => void) => setSaveNow(() => save), [])
  const files = useEditor((state) => state.files)
  const save = useEditor((state) => state.save)
  const written = useMemo(() => writeOAuthCode(files, file, settings, { anew }), [files, file, settings, anew])
  const changed = written.ok ? changedPaths(files, written.files) : []
  const why = !written.ok
    ? written.reason
    : project.readOnly
      ? 'You may look at this plugin, not change it.'
      : changed.length === 0
        ? 'The plugin has this code already.'
        : undefined

  const router = useRouter()
  const isThere = done && save.kind === 'saved'
  // The page was made of the files as they were.
  useEffect(() => {
    if (isThere) router.refresh()
  }, [isThere, router])

  function write() {
    const edit = store.edit('Write the OAuth code', (now) => writeOAuthCode(now, file, settings, { anew }))
    if (!edit.ok) return
    setDone(true)
    saveNow()
  }

  function undo() {
    store.undo()
    setDone(false)
    saveNow()
  }

  const answers = done ? (
    <>
      <Button onClick={undo}>Undo</Button>
      <Link href={`/projects/${project.id}?file=${encodeURIComponent(file)}`} className={buttonStyle({})}>
        Open in the editor
      </Link>
      <Button look="primary" busy={save.kind === 'saving' && 'Saving'} onClick={onClose}>
        Done
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" disabledReason={why} onClick={write}>
        Write the code
      </Button>
    </>
  )
  return (
    <Dialog open wide title="Write the code" onOpenChange={(open) => !open && onClose()} answers={answers}>
      <Keeper store={store} projectId={project.id} onReady={onReady} />
      {done ? (
        <InlineMessage kind={saveTrouble(save) ? 'error' : 'look'} title="The code is written.">
          {saveTrouble(save) ?? 'It is one step of undo, here and in the editor.'}
        </InlineMessage>
      ) : (
        <WhatChanges
          targets={project.targets}
          file={file}
          onFile={setFile}
          anew={anew}
          onAnew={setAnew}
          before={files}
          written={written}
          changed={changed}
          left={left}
        />
      )}
    </Dialog>
  )
}
