import type { Received } from '@/lib/server/oauth/receive-callback'
import { escapeHtml, staticPage } from '@/lib/server/static-page'

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
const script = `addEventListener('DOMContentLoaded', () => {
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

/**
 * The page that a service sends the browser back to: whole by itself, without anything of another origin and without any script but
 * its own (oauth.md section 10, rule 12). `url` is shown only where it has to be pasted elsewhere.
 */
export function callbackPage(received: Received, url: string): Response {
  const { title, text } = texts[received]
  const paste = `<label for="address">Address to paste</label>
      <textarea id="address" readonly spellcheck="false">${escapeHtml(url)}</textarea>
      <button type="button" hidden>Copy address</button>`
  return staticPage({
    title,
    bar: '<a href="/">Plugwright</a>',
    content: `<p>${text}</p>${received === 'unknown' ? paste : ''}`,
    script,
  })
}
