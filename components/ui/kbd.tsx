'use client'

import { useSyncExternalStore } from 'react'
import { classNames } from './class-names'

const apple: Record<string, string> = {
  mod: '⌘',
  alt: '⌥',
  shift: '⇧',
  ctrl: '⌃',
  enter: '⏎',
  backspace: '⌫',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'Esc',
  delete: '⌦',
  space: 'Space',
}
const other: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ctrl: 'Ctrl',
  enter: 'Enter',
  backspace: '⌫',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'Esc',
  delete: 'Del',
  space: 'Space',
}

/** The keys as this system writes them: "mod+enter" is ⌘⏎ or Ctrl+Enter. */
export function keysText(keys: string, onApple: boolean): string {
  const parts = keys.split('+').map((part) => (onApple ? apple : other)[part] ?? part.toUpperCase())
  return parts.join(onApple ? '' : '+')
}

const neverChanges = () => () => {}

/** True on macOS and iOS, where mod is ⌘. False while the server draws. */
export function useApple(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  )
}

/** A key, faint. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const text = keysText(keys, useApple())
  return <kbd className={classNames('font-mono text-11 text-ink-3', className)}>{text}</kbd>
}
