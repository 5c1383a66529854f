/** How long until a point in time, in the two largest units: "52 min 08 s", "3 h 05 min", "2 d 4 h"; "0 s" once it has passed. */
export function lifetimeText(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const days = Math.floor(left / 86_400)
  const hours = Math.floor(left / 3600) % 24
  const minutes = Math.floor(left / 60) % 60
  if (days > 0) return `${days} d ${hours} h`
  if (hours > 0) return `${hours} h ${two(minutes)} min`
  return minutes > 0 ? `${minutes} min ${two(left % 60)} s` : `${left % 60} s`
}

/** A point in time as a person of this machine reads it: "18:03", or with its day where that is not the day of `now`. Unix seconds. */
export function clockText(at: number, now: number): string {
  const date = new Date(at * 1000)
  const sameDay = date.toDateString() === new Date(now * 1000).toDateString()
  return date.toLocaleString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(sameDay ? {} : { day: 'numeric', month: 'short', year: 'numeric' }),
  })
}
