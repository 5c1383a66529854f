/** Runs once the next frame is on the screen, so that a keystroke does not wait for it. Calls in between are one; gives the way to call it off. */
export function afterPaint(run: () => void): { later: () => void; now: () => void; cancel: () => void } {
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = 0
    timer = undefined
  }
  return {
    later() {
      if (frame !== 0) return
      // A hidden page draws no frames.
      if (document.hidden) {
        frame = -1
        timer = setTimeout(() => {
          cancel()
          run()
        })
        return
      }
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          cancel()
          run()
        })
      })
    },
    /** At once, if something waits. */
    now() {
      if (frame === 0) return
      cancel()
      run()
    },
    cancel,
  }
}
