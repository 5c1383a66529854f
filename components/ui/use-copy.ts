import { useEffect, useState } from 'react'

/** How long it is said that something was copied, in ms. */
const SAID_MS = 2000

/** Copies a text. `said` is what became of it, in words for a moment; `done` whether it stands in the clipboard. */
export function useCopy(): { copy: (text: string) => void; said: string; done: boolean } {
  const [done, setDone] = useState<boolean>()
  useEffect(() => {
    if (done === undefined) return
    const timer = setTimeout(() => setDone(undefined), SAID_MS)
    return () => clearTimeout(timer)
  }, [done])
  return {
    copy: (text) =>
      void navigator.clipboard.writeText(text).then(
        () => setDone(true),
        () => setDone(false),
      ),
    said: done === undefined ? '' : done ? 'Copied' : 'The browser does not let pages copy here',
    done: done === true,
  }
}
