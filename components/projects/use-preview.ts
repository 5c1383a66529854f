'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { changedLines } from './changed-lines'
import type { PluginPreview } from './plugin-preview'
import { answersForCreate } from './preview-answers'
import type { SettledAnswers } from './settled-answers'

export interface LivePreview {
  preview: PluginPreview
  /** Lines of the manifest that the field being typed in has changed. */
  live: ReadonlySet<number>
}

/**
 * The preview of the form's answers. The core that makes it is loaded behind the page; until it is there the server's preview
 * stands.
 */
export function usePreview(
  first: PluginPreview,
  answers: SettledAnswers,
  field: string | undefined,
  createdAt: string,
): LivePreview {
  const [shown, setShown] = useState<LivePreview>({ preview: first, live: new Set() })
  const base = useRef({ field, manifest: first.manifest })
  const key = JSON.stringify(answers)
  const drawn = useRef(key)

  const filesOf = useEffectEvent((make: typeof import('./plugin-preview').filesOfAnswers) =>
    make(answers.kinds, answersForCreate(answers, createdAt)),
  )

  const draw = useEffectEvent((preview: PluginPreview) => {
    if (base.current.field !== field) base.current = { field, manifest: shown.preview.manifest }
    drawn.current = key
    setShown({ preview, live: changedLines(base.current.manifest, preview.manifest) })
  })

  useEffect(() => {
    let stale = false
    const made = import('./plugin-preview').then(async ({ filesOfAnswers, previewOf }) =>
      previewOf(await filesOf(filesOfAnswers)),
    )
    void made.then((preview) => {
      if (!stale && drawn.current !== key) draw(preview)
    })
    return () => {
      stale = true
    }
  }, [key])
  return shown
}
