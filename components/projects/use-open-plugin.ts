'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { showToast } from '@/components/ui/toast'
import { leftSentence, type Given } from './dropped-files'
import { startProject } from './start-project'

export interface OpeningPlugin {
  /** What is being read, or undefined. */
  busy?: string
  /** Why it could not be opened, one sentence. */
  problem?: string
  open: (given: Promise<Given | undefined>) => void
  forget: () => void
}

/** Reads what was dropped or chosen, makes a project of it and goes to its editor. */
export function useOpenPlugin(signedIn: boolean): OpeningPlugin {
  const router = useRouter()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [leaving, startLeaving] = useTransition()

  async function open(given: Promise<Given | undefined>) {
    setProblem(undefined)
    setBusy('the files')
    try {
      const chosen = await given
      if (!chosen) return
      setBusy(chosen.name)
      const { openPlugin } = await import('./open-plugin')
      const found = await openPlugin(chosen)
      if (!found.ok) return setProblem(found.reason)
      const started = await startProject(found.files, signedIn)
      if (!started.ok) return setProblem(started.reason)
      const left = leftSentence(chosen.left)
      if (left) showToast(left)
      startLeaving(() => router.push(`/projects/${started.id}`))
    } catch {
      setProblem('The files cannot be read. Check that they still stand where they were, then choose them again.')
    } finally {
      setBusy(undefined)
    }
  }

  return {
    busy: busy ?? (leaving ? 'the editor' : undefined),
    problem,
    open: (given) => void open(given),
    forget: () => setProblem(undefined),
  }
}
