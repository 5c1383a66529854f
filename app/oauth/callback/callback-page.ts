import type { Received } from '@/lib/server/oauth/receive-callback'
import { escapeHtml, staticPage } from '@/lib/server/static-page'

const texts: Readonly<Record<Received | 'posted', { title: string; text: string }>> = {
  code: {
    title: 'The service answered',
    text: 'Go on in the tab where you started: it has the code. This one can be closed.',
  },
  refused: {
    title: 'The service gave no code',
    text: 'The tab where you started says why, and what to do. This one can be closed.',
  },
  another: {
    title: 'This answers no sign-in of this browser',
    text: 'Its state is not the one that was sent: the service or something on the way lost or changed it, or this is the answer to another sign-in. Nothing was exchanged. The tab where you started says so too; if it began in another browser, copy the address below and paste it into the page there. It may hold a code that is good for one sign-in: give it to nobody else.',
  },
  unknown: {
    title: 'No sign-in of this browser waits for this answer',
    text: 'It began in another browser, more than five minutes ago, or was answered before; or the service did not return the state as it was sent. Nothing was exchanged. To go on, copy the address below and paste it into the page that began the sign-in. It holds a code that is good for one sign-in: give it to nobody else.',
  },
  posted: {
    title: 'The service posted its answer',
    text: 'It was not taken: Dify reads an answer in the query of the address only. Set response_mode to query among the parameters of the authorization URL, or leave it out, and start again.',
  },
}

/**
 * The code must not stay in the history of the browser. What is copied is taken from the page; what stands behind #, which no server
 * is sent, is added to it.
 */
const script = `addEventListener('DOMContentLoaded', () => {
  const { hash } = location
  history.replaceState(null, '', location.pathname)
  const address = document.querySelector('textarea')
  if (!address) return
  address.value += hash
  document.querySelector('#fragment').hidden = hash.length < 2
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
export function callbackPage(received: Received | 'posted', url: string): Response {
  const { title, text } = texts[received]
  const paste = `<p id="fragment" hidden>The answer stands behind #, where only the browser sees it: ask for response_type=code and no response_mode, and start again.</p>
      <label for="address">Address to paste</label>
      <textarea id="address" readonly spellcheck="false">${escapeHtml(url)}</textarea>
      <button type="button" hidden>Copy address</button>`
  return staticPage({
    title,
    bar: '<a href="/">Plugwright</a>',
    content: `<p>${text}</p>${isStray(received) ? paste : ''}`,
    script,
  })
}

function isStray(received: Received | 'posted'): boolean {
  return received === 'unknown' || received === 'another'
}
