import { useEffect } from 'react'
import { firstControl } from '@/components/ui/first-control'

/** What closes or is drawn anew has its own say for so long, in ms. */
const PATIENCE = 120

/**
 * The focus is never lost: where the control that has it goes away, it moves on to the nearest one that is left around it. Whoever knows a
 * better place gives it the focus at once; this comes after.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined

    const isLost = () => around[0]?.isConnected === false && document.activeElement === document.body

    function keep() {
      timer = undefined
      if (!isLost()) return
      for (const element of around) {
        if (!element.isConnected || element === document.body) continue
        const next = firstControl(element)
        next?.focus({ preventScroll: true })
        if (next && document.activeElement === next) return
      }
    }

    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? ancestors(target) : []
    }
    const watch = new MutationObserver(() => {
      if (isLost()) timer ??= setTimeout(keep, PATIENCE)
    })
    addEventListener('focusin', remember)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('focusin', remember)
      watch.disconnect()
    }
  }, [])
}

/** The element and all that it stands in, from the inside out. */
function ancestors(element: Element): Element[] {
  const found: Element[] = []
  for (let each: Element | null = element; each; each = each.parentElement) found.push(each)
  return found
}
