import { useEffect, useState, type RefObject } from 'react'

/** How far from the window a row is drawn already. */
const MARGIN = '600px 0px'

interface Watch {
  readonly observer: IntersectionObserver
  readonly tell: WeakMap<Element, (near: boolean) => void>
}

const watches = new WeakMap<Element, Watch>()

/**
 * Whether an element is in the window of its scrolling pane, or of the page, or near it. Of a long list the other rows keep only their
 * place, so that it costs what is seen of it; a row that has the focus stays. The server draws the `first` ones.
 */
export function useNear(element: RefObject<HTMLElement | null>, first: boolean): boolean {
  const [near, setNear] = useState(first)
  useEffect(() => {
    const own = element.current
    if (!own) return
    const pane = own.closest('[role=tabpanel]') ?? document.documentElement
    const { observer, tell } = watchOf(pane)
    tell.set(own, (now) => setNear(now || own.contains(document.activeElement)))
    observer.observe(own)
    return () => observer.unobserve(own)
  }, [element])
  return near
}

function watchOf(pane: Element): Watch {
  const known = watches.get(pane)
  if (known) return known
  const tell: Watch['tell'] = new WeakMap()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tell.get(target)?.(isIntersecting)
    },
    { root: pane === document.documentElement ? null : pane, rootMargin: MARGIN },
  )
  const made = { observer, tell }
  watches.set(pane, made)
  return made
}
