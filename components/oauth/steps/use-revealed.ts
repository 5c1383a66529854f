'use client'

import { useCallback, useEffect, useState } from 'react'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'

/** Secrets stay in sight for so long, ms. */
export const shownFor = 30_000

export interface Revealed {
  secrets?: RevealedFlow
  /** They are being asked for. */
  asking: boolean
  /** They could not be had. */
  failed: boolean
  show: () => void
  hide: () => void
}

/** The secrets of a flow, held while they are in sight: half a minute, and no longer than the window is looked at. */
export function useRevealed(reveal: () => Promise<RevealedFlow | undefined>): Revealed {
  const [state, setState] = useState<{ secrets?: RevealedFlow; asking: boolean; failed: boolean }>(masked)
  const hide = useCallback(() => setState(masked), [])
  const { secrets } = state
  useEffect(() => {
    if (!secrets) return
    const timer = setTimeout(hide, shownFor)
    window.addEventListener('blur', hide)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [secrets, hide])
  const show = () => {
    setState({ asking: true, failed: false })
    void reveal().then(
      (found) => setState({ secrets: found, asking: false, failed: !found }),
      () => setState({ asking: false, failed: true }),
    )
  }
  return { ...state, show, hide }
}

const masked = { secrets: undefined, asking: false, failed: false }
