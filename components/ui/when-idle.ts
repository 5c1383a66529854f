/** Runs a second after the page has loaded, when it has drawn; for what is only needed later. Gives the way to call it off. */
export function whenIdle(run: () => void): () => void {
  let cancel = () => {}
  const wait = () => {
    const timer = setTimeout(run, 1_000)
    cancel = () => clearTimeout(timer)
  }
  if (document.readyState === 'complete') wait()
  else window.addEventListener('load', wait, { once: true })
  return () => {
    window.removeEventListener('load', wait)
    cancel()
  }
}

/** Runs between two frames, after a second at the latest; gives the way to call it off. */
export function inIdleMoment(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(run, { timeout: 1000 })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(run, 50)
  return () => clearTimeout(timer)
}
