'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { changedLines } from './changed-lines'
import type { NewPluginAnswers } from './new-plugin-schema'
import type { PluginPreview } from './plugin-preview'
import { answersForCreate } from './preview-answers'

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
  answers: NewPluginAnswers,
  field: string | undefined,
  createdAt: string,
): LivePreview {
  const [shown, setShown] = useState<LivePreview>({ preview: first, live: new Set() })
  const base = useRef({ field, manifest: first.manifest })
  const key = JSON.stringify(answers)
  const drawn = useRef(key)

  const draw = useEffectEvent(({ filesOfAnswers, previewOf }: typeof import('./plugin-preview')) => {
    const preview = previewOf(filesOfAnswers(answers.kinds, answersForCreate(answers, createdAt)))
    if (base.current.field !== field) base.current = { field, manifest: shown.preview.manifest }
    drawn.current = key
    setShown({ preview, live: changedLines(base.current.manifest, preview.manifest) })
  })

  useEffect(() => {
    let stale = false
    void import('./plugin-preview').then((core) => {
      if (!stale && drawn.current !== key) draw(core)
    })
    return () => {
      stale = true
    }
  }, [key])
  return shown
}
