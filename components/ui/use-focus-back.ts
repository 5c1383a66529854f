'use client'

import { useState } from 'react'

/**
 * For layers that no button of theirs opened: what had the focus when the layer was drawn first gets it back, unless what was done there
 * moved it on. (Radix gives it to the trigger only.)
 */
export function useFocusBack(): (event: Event) => void {
  const [before] = useState(() => (typeof document === 'undefined' ? null : document.activeElement))
  return (event) => {
    event.preventDefault()
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
  }
}
