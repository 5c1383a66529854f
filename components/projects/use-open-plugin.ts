'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Files } from '@/lib/plugin/files'
import { leftSentence, type Given } from './dropped-files'
import { startProject } from './start-project'

export interface OpeningPlugin {
  /** What is being read, or undefined. */
  busy?: string
  /** Why it could not be opened, one sentence. */
  problem?: string
  open: (given: Promise<Given | undefined>) => void
  /** Makes a project of the example. */
  openExample: () => void
  forget: () => void
}

/** What Dify takes for an author (manifest.md). */
const authorPattern = /^[a-z0-9_-]{1,64}$/

/** Reads what was dropped or chosen, makes a project of it and goes to its editor. */
export function useOpenPlugin(signedIn: boolean): OpeningPlugin {
  const router = useRouter()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [leaving, startLeaving] = useTransition()
  const running = useRef(false)

  /** Reads what is to be opened, makes a project of it and goes there; what is left out is said. */
  async function start(read: () => Promise<{ files: Files; left?: string } | { reason: string } | undefined>) {
    // A second press while the first is at work is the same press.
    if (running.current || leaving) return
    running.current = true
    setProblem(undefined)
    try {
      const found = await read()
      if (!found) return
      if ('reason' in found) return setProblem(found.reason)
      const started = await startProject(found.files, signedIn)
      if (!started.ok) return setProblem(started.reason)
      if (found.left) showToast(found.left)
      startLeaving(() => router.push(`/projects/${started.id}`))
    } catch {
      setProblem('The files cannot be read. Check that they still stand where they were, then choose them again.')
    } finally {
      running.current = false
      setBusy(undefined)
    }
  }

  const open = (given: Promise<Given | undefined>) =>
    start(async () => {
      setBusy('the files')
      const chosen = await given
      if (!chosen) return undefined
      setBusy(chosen.name)
      const { openPlugin } = await import('./open-plugin')
      const found = await openPlugin(chosen)
      return found.ok ? { files: found.files, left: leftSentence(chosen.left) } : found
    })

  const openExample = () =>
    start(async () => {
      setBusy('the example')
      const [{ weatherPlugin }, { loadKinds }, { rememberedAnswers }] = await Promise.all([
        import('@/lib/plugin/example/weather-plugin'),
        import('@/lib/plugin/kinds/registry'),
        import('./answers-memory'),
      ])
      await loadKinds(['tool'])
      const { author = '' } = rememberedAnswers()
      return {
        files: weatherPlugin(
          authorPattern.test(author) ? author : 'example',
          new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
        ),
      }
    })

  return {
    busy: busy ?? (leaving ? 'the editor' : undefined),
    problem,
    open: (given) => void open(given),
    openExample: () => void openExample(),
    forget: () => setProblem(undefined),
  }
}
