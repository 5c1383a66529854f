'use client'

import { useEffect, useState } from 'react'
import { timeText } from './time-text'

/** A time in the reader's words, kept right every half minute. `now` is the server's, so that both draw the same first. */
export function TimeAgo({ time, now }: { time: string; now: string }) {
  const [clock, setClock] = useState<Date>()
  useEffect(() => {
    const tick = () => setClock(new Date())
    tick()
    const timer = setInterval(tick, 30_000)
    return () => clearInterval(timer)
  }, [])
  const date = new Date(time)
  const text = clock ? timeText(date, clock) : timeText(date, new Date(now), 'UTC')
  return (
    <time
      className="whitespace-nowrap"
      dateTime={time}
      title={clock?.toString() && date.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })}
    >
      {text}
    </time>
  )
}
