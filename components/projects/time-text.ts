const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, as the look writes times: "Now", "4 min", "2 h", "Yesterday", "Tuesday", "12 Nov", "3 Nov 2024". Calendar days are those of `timeZone`. */
export function timeText(time: Date, now: Date, timeZone?: string): string {
  const age = now.getTime() - time.getTime()
  if (age < minute) return 'Now'
  if (age < hour) return `${Math.floor(age / minute)} min`
  const days = calendarDay(now, timeZone) - calendarDay(time, timeZone)
  if (days <= 0) return `${Math.floor(age / hour)} h`
  if (days === 1) return 'Yesterday'
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(time)
  if (days < 7) return part({ weekday: 'long' })
  const sameYear = yearOf(time, timeZone) === yearOf(now, timeZone)
  return part(sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' })
}

function calendarDay(time: Date, timeZone?: string): number {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    time,
  )
  return Math.round(Date.parse(`${text}T00:00:00Z`) / day)
}

function yearOf(time: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric' }).format(time)
}
