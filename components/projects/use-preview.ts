'use client'

import { useEffect, useRef, useState } from 'react'
import { changedLines } from './changed-lines'
import type { NewPluginAnswers } from './new-plugin-schema'
import type { PluginPreview } from './plugin-preview'
import { answersForCreate } from './preview-answers'

export interface LivePreview {
  preview: PluginPreview
  /** Lines of the manifest that the field being typed in has changed. */
  live: ReadonlySet<number>
}

/** The preview of the form's answers. The core that makes it loads with the first change; until then the server's stands. */
export function usePreview(
  first: PluginPreview,
  answers: NewPluginAnswers,
  field: string | undefined,
  createdAt: string,
): LivePreview {
  const [shown, setShown] = useState<LivePreview>({ preview: first, live: new Set() })
  const base = useRef({ field, manifest: first.manifest })
  const key = JSON.stringify(answers)
  const drawn = useRef(key)

  useEffect(() => {
    if (drawn.current === key) return
    drawn.current = key
    let stale = false
    void import('./plugin-preview').then(({ filesOfAnswers, previewOf }) => {
      if (stale) return
      const preview = previewOf(filesOfAnswers(answers.kinds, answersForCreate(answers, createdAt)))
      setShown((before) => {
        if (base.current.field !== field) base.current = { field, manifest: before.preview.manifest }
        return { preview, live: changedLines(base.current.manifest, preview.manifest) }
      })
    })
    return () => {
      stale = true
    }
  })
  return shown
}
