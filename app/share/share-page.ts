import { staticPage } from '@/lib/server/static-page'

/**
 * The token leaves the address and the history before anything else happens, stays in this page and is sent once, or once a password.
 * A second link that is put into the same address bar changes the fragment only.
 */
const script = `let token = ''
const take = () => {
  token = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
}
take()
addEventListener('DOMContentLoaded', () => {
  const find = (selector) => document.querySelector(selector)
  const say = (title, text) => {
    find('h1').textContent = title
    find('#said').textContent = text
  }
  const open = async (password) => {
    find('#again').hidden = true
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, password }) }
    const answer = await fetch('/api/share', sent).catch(() => undefined)
    const body = answer && (await answer.json().catch(() => undefined))
    if (answer && answer.ok && body) return location.replace('/projects/' + encodeURIComponent(body.projectId))
    const reason = body && body.reason
    const asks = reason === 'password-needed' || reason === 'password-wrong'
    find('form').hidden = !asks
    find('#again').hidden = asks || reason === 'gone'
    say(
      asks ? 'This link has a password' : reason === 'gone' ? 'Nothing is shared here' : 'The link was not opened',
      body ? body.error.message : 'The server cannot be reached. Try again when the connection is back.',
    )
    if (!asks) return
    find('input').setAttribute('aria-invalid', String(reason === 'password-wrong'))
    find('input').value = ''
    find('input').focus()
  }
  const start = () => {
    find('form').hidden = true
    if (token === '') return say('No link', 'This address holds no link: open the whole link that you were given, with what stands behind #.')
    say('Opening what was shared', 'One moment …')
    void open()
  }
  addEventListener('hashchange', () => {
    if (location.hash.length < 2) return
    take()
    start()
  })
  find('form').addEventListener('submit', (event) => {
    event.preventDefault()
    void open(find('input').value)
  })
  find('#again').addEventListener('click', () => void open())
  start()
})`

/** The page that opens a share link: it knows nothing of what is shared, so that previews of the link show nothing either. */
export function sharePage(): Response {
  return staticPage({
    title: 'Opening what was shared',
    bar: '<a href="/">Plugwright</a>',
    content: `<p id="said" role="status">One moment …</p>
      <noscript><p>Switch JavaScript on to open the link.</p></noscript>
      <form hidden>
        <label for="password">Password</label>
        <input id="password" type="password" autocomplete="off" required aria-describedby="said" />
        <button type="submit">Open</button>
      </form>
      <button id="again" type="button" hidden>Try again</button>`,
    script,
    connects: true,
  })
}
