'use client'

import { useParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useShownTheme } from '@/components/ui/theme'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import './code.css'
import { monaco } from './monaco'
import { mountEditor } from './mount-editor'

/** The code editor of the chosen file. Everything it needs is loaded with this module, so load it lazily. */
export function CodeEditor() {
  const store = useStore()
  const box = useRef<HTMLDivElement>(null)
  const theme = useShownTheme()
  const ui = useUiStore()
  const projectId = String(useParams().projectId)
  useEffect(() => (box.current ? mountEditor(box.current, store, ui, projectId) : undefined), [store, ui, projectId])
  useEffect(() => monaco.editor.setTheme(`plugwright-${theme}`), [theme])
  return <div ref={box} className="size-full" />
}
