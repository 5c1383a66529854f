'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

export interface Refused {
  ok: false
  reason: string
}

/** What a server action answers: what it did, why not, or false for what it could not read. */
export type Answer<T extends { ok: true } = { ok: true }> = T | Refused | false

/** Runs server actions one at a time: which one runs, what it said against it, and the page anew when it is done. */
export function useDeed() {
  const router = useRouter()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function run<T extends { ok: true }>(name: string, deed: () => Promise<Answer<T>>): Promise<T | undefined> {
    if (busy !== undefined) return undefined
    setBusy(name)
    setProblem(undefined)
    const lost: Refused = {
      ok: false,
      reason: 'The server cannot be reached, or your role has changed. Reload the page.',
    }
    const answer = await deed().catch(() => lost)
    setBusy(undefined)
    if (answer === false || !answer.ok) {
      setProblem(answer === false ? 'This cannot be read. Check what was typed.' : answer.reason)
      return undefined
    }
    router.refresh()
    return answer
  }

  return { busy, problem, run }
}
