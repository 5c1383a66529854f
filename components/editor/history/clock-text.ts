/** A time as a point: "12:04" of today, "26 Nov, 12:04", "26 Nov 2025, 12:04". */
export function clockText(iso: string, now = new Date()): string {
  const time = new Date(iso)
  const clock = part(time, { hour: '2-digit', minute: '2-digit' })
  if (time.toDateString() === now.toDateString()) return clock
  const year = time.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return `${part(time, { day: 'numeric', month: 'short', ...year })}, ${clock}`
}

function part(time: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(time)
}
