import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'light' | 'dark' | 'system'

const key = 'plugwright-theme'
const dark = '(prefers-color-scheme: dark)'
const listeners = new Set<() => void>()

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** Applies and remembers a choice; the script in lib/server/theme-script.ts applies it on the next visit before the first paint. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // A browser without storage keeps the choice for this page.
  }
  const root = document.documentElement
  root.dataset.themeChanges = ''
  root.dataset.theme = choice === 'system' ? ofSystem() : choice
  requestAnimationFrame(() => requestAnimationFrame(() => delete root.dataset.themeChanges))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(dark)
  listeners.add(listener)
  media.addEventListener('change', listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', listener)
    removeEventListener('storage', listener)
  }
}

/** What the person chose. "system" while the server draws. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, storedChoice, () => 'system')
}

/** What is shown: for Monaco and other things that cannot read CSS. "light" while the server draws. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, shown, () => 'light')
}

/** Puts the theme on a page where lib/server/theme-script.ts did not run. */
export function showTheme(): void {
  document.documentElement.dataset.theme = shown()
}

function shown(): 'light' | 'dark' {
  const choice = storedChoice()
  return choice === 'system' ? ofSystem() : choice
}

function ofSystem(): 'light' | 'dark' {
  return matchMedia(dark).matches ? 'dark' : 'light'
}
