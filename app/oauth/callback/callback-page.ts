import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Received } from '@/lib/server/oauth/receive-callback'
import { themeScript } from '../../theme-script'

const texts: Readonly<Record<Received, { title: string; text: string }>> = {
  code: {
    title: 'The service answered',
    text: 'Go on in the tab where you started: it has the code. This one can be closed.',
  },
  refused: {
    title: 'The service gave no code',
    text: 'The tab where you started says why, and what to do. This one can be closed.',
  },
  unknown: {
    title: 'No sign-in of this browser waits for this answer',
    text: 'It began in another browser, more than five minutes ago, or was answered before. Nothing was exchanged. To go on, copy the address below and paste it into the page that began the sign-in. It holds a code that is good for one sign-in: give it to nobody else.',
  },
}

/** The code must not stay in the history of the browser. What is copied is taken from the page. */
const script = `${themeScript}
addEventListener('DOMContentLoaded', () => {
  history.replaceState(null, '', location.pathname)
  const address = document.querySelector('textarea')
  if (!address) return
  const copy = document.querySelector('button')
  copy.hidden = false
  copy.addEventListener('click', async () => {
    address.select()
    await navigator.clipboard.writeText(address.value).catch(() => document.execCommand('copy'))
    copy.textContent = 'Copied'
  })
})`

const style = `${readFileSync(join(process.cwd(), 'app/tokens.css'), 'utf8')}
body { margin: 0; background: var(--surface); color: var(--ink); font: 14px/20px var(--font-sans); }
header { display: flex; align-items: center; height: 44px; padding: 0 16px; background: var(--chrome); border-bottom: 1px solid var(--line); font-weight: 600; }
header a { color: inherit; text-decoration: none; border-radius: 4px; }
main { max-width: 56ch; padding: 40px 16px; }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 28px; font-weight: 600; }
p { margin: 0 0 16px; color: var(--ink-2); }
label { display: block; margin-bottom: 4px; color: var(--ink-2); }
textarea { box-sizing: border-box; width: 100%; height: 96px; padding: 8px; resize: vertical; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); color: var(--ink); font: 12px/18px var(--font-mono); overflow-wrap: anywhere; }
button { margin-top: 8px; padding: 6px 12px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); font: 600 14px/20px var(--font-sans); cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (min-width: 768px) { main { padding: 40px; } }`

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * The page that a service sends the browser back to: whole by itself, without anything of another origin and without any script but
 * its own (oauth.md section 10, rule 12). `url` is shown only where it has to be pasted elsewhere.
 */
export function callbackPage(received: Received, url: string): Response {
  const { title, text } = texts[received]
  const paste = `<label for="address">Address to paste</label>
      <textarea id="address" readonly spellcheck="false">${escaped(url)}</textarea>
      <button type="button" hidden>Copy address</button>`
  const html = `<!doctype html>
<html lang="en" data-theme="light">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Plugwright</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <script>${script}</script>
    <style>${style}</style>
  </head>
  <body>
    <header><a href="/">Plugwright</a></header>
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      ${received === 'unknown' ? paste : ''}
    </main>
  </body>
</html>
`
  return new Response(html, { headers })
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
