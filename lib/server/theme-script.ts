import 'server-only'

/**
 * Runs in <head> before the first paint: puts the chosen theme, else the system's, on <html> and follows the system while
 * nothing is chosen. components/ui/theme.ts changes the choice by the same key.
 */
export const themeScript = `(() => {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    let choice = null
    try { choice = localStorage.getItem('plugwright-theme') } catch {}
    root.dataset.theme = choice === 'light' || choice === 'dark' ? choice : dark.matches ? 'dark' : 'light'
  }
  apply()
  dark.addEventListener('change', apply)
  addEventListener('storage', apply)
})()`
