'use client'

import { useEffect, useState } from 'react'

/** The time in unix seconds, anew each second while `runs`; undefined until the page is alive, so that server and browser draw the same. */
export function useSeconds(runs: boolean): number | undefined {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const tick = () => setNow(Math.floor(Date.now() / 1000))
    const first = setTimeout(tick)
    const timer = runs ? setInterval(tick, 1000) : undefined
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [runs])
  return now
}
