'use client'

import { useState } from 'react'

/**
 * For layers that no button of theirs opened: what had the focus when the layer was drawn first gets it back, unless what was done there
 * moved it on. An entry of a menu goes with the menu: then what opened that has it. (Radix gives it to the trigger only.)
 */
export function useFocusBack(): (event: Event) => void {
  const [before] = useState(() => (typeof document === 'undefined' ? null : opener(document.activeElement)))
  return (event) => {
    event.preventDefault()
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
  }
}

function opener(element: Element | null): Element | null {
  const menu = element?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  return (menu && document.getElementById(menu)) || element
}
