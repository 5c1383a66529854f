'use client'

import { useLayoutEffect } from 'react'
import { showTheme } from './theme'

/**
 * Puts the theme on a page that the browser alone draws, as Next has it where the server found nothing or failed: the script in <head> runs
 * only in what the server drew. Stands once, in the layout.
 */
export function ShowTheme() {
  useLayoutEffect(showTheme, [])
  return null
}
