/** Where Chromium is. */
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Without surprises from the network or the graphics driver. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser to use: PLAYWRIGHT_CHROMIUM_PATH, the system's, else Playwright's own (undefined: not installed). */
export async function findChromium() {
  const named = [process.env.PLAYWRIGHT_CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))
  if (named) return named
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}
