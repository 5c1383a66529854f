import { messageFrom, type Message } from './messages'

/** The server says something at once and then every 4 s: what does not arrive in these times is held back, or lost. */
export const FIRST_MS = 5_000
export const SILENT_MS = 10_000

/** How a stream ended. `held-back`: something on the way keeps it until it is complete, which it never is. */
export type StreamEnd = 'ended' | 'silent' | 'held-back' | 'refused'

/**
 * Reads the events of some projects until the stream ends, nothing is heard any more, or the signal says so. Not EventSource, which tells
 * neither of signs of life nor why it was refused.
 */
export async function readStream(of: {
  projects: readonly string[]
  /** For whom it is read: they are there as long as it is. */
  tabs: readonly string[]
  resumes: boolean
  signal: AbortSignal
  hear: (message: Message) => void
  onAlive: () => void
}): Promise<StreamEnd> {
  const stop = new AbortController()
  const forward = () => stop.abort()
  of.signal.addEventListener('abort', forward)
  let end: StreamEnd = 'ended'
  let timer: ReturnType<typeof setTimeout> | undefined
  const within = (milliseconds: number, otherwise: StreamEnd) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      end = otherwise
      stop.abort()
    }, milliseconds)
  }
  try {
    within(FIRST_MS, 'held-back')
    const query = new URLSearchParams([
      ...of.projects.map((id) => ['project', id]),
      ...of.tabs.map((id) => ['tab', id]),
    ])
    const response = await fetch(`/api/events?${query.toString()}`, {
      headers: { Accept: 'text/event-stream', ...(of.resumes ? { 'Last-Event-ID': of.projects.join() } : {}) },
      cache: 'no-store',
      signal: stop.signal,
    })
    if (!response.ok || !response.body) return response.status >= 500 ? 'ended' : 'refused'
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let text = ''; ;) {
      const { done, value } = await reader.read()
      if (done) return end
      within(SILENT_MS, 'silent')
      of.onAlive()
      text += value
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const each of messages) {
        const message = messageFrom(each)
        if (message) of.hear(message)
      }
    }
  } catch {
    return end
  } finally {
    clearTimeout(timer)
    of.signal.removeEventListener('abort', forward)
    stop.abort()
  }
}
