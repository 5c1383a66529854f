import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeToasts, type ToastRequest } from '@/components/ui/toast'
import { settingsOf } from '@/lib/oauth/settings'
import { Playground } from './playground'
import { rememberFlow } from './remembered'
import { flowWith } from './test-flow'

const asked = vi.fn<(method: string, path: string, body?: object) => Promise<unknown>>()
vi.mock('./ask-server', async (original) => ({
  ...(await original<object>()),
  askServer: (method: string, path: string, body?: object) => asked(method, path, body),
}))

const origin = 'http://localhost:3000'
const targets = [
  {
    author: 'acme',
    plugin: 'crm',
    provider: 'crm_online',
    kind: 'tool',
    file: 'provider/crm.yaml',
    found: { settings: {}, unread: ['No constant of provider/crm.py says the scopes: fill it in here.'] },
  },
] as const

const toasts: ToastRequest[] = []

beforeEach(() => {
  takeToasts((toast) => toasts.push(toast))
  asked.mockReset()
  asked.mockRejectedValue(new Error('not asked for in this test'))
  localStorage.clear()
  rememberFlow('page', undefined)
  vi.spyOn(window, 'open').mockReset().mockReturnValue(null)
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const show = (props: Partial<Parameters<typeof Playground>[0]> = {}) =>
  render(<Playground origin={origin} practiceIsOn {...props} />)
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

async function choose(words: string) {
  await userEvent.click(screen.getByRole('combobox', { name: 'Service' }))
  await userEvent.keyboard(`${words}{Enter}`)
}

/** The settings of a service of its own. */
async function fillIn() {
  await userEvent.type(field('Authorization URL'), 'https://example.com/authorize')
  await userEvent.type(field('Token URL'), 'https://example.com/token')
  await userEvent.type(field('Client ID'), 'acme')
}

test('a preset is found by typing, fills in the service, and tells of its quirks', async () => {
  show()
  await choose('google cal')
  expect(field('Authorization URL').value).toBe('https://accounts.google.com/o/oauth2/v2/auth')
  expect(screen.getByText(/only with prompt=consent/)).toBeDefined()
  expect(screen.getByRole('link', { name: 'Register a client' }).getAttribute('href')).toContain('console.cloud.google')
  const parameters = within(screen.getByRole('list', { name: 'Parameters' }))
  expect(parameters.getByText('access_type')).toBeDefined()
  expect(parameters.getByText(/after an hour/)).toBeDefined()
})

test('the list of presets closes with Escape and leaves what was there', async () => {
  show()
  await userEvent.click(screen.getByRole('combobox', { name: 'Service' }))
  expect(screen.getAllByRole('option').length).toBeGreaterThan(30)
  await userEvent.keyboard('nothing like it')
  expect(screen.queryByRole('option')).toBeNull()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Service' }).value).toBe('Another OAuth 2 service')
})

test('a client goes with its service', async () => {
  show()
  await choose('google cal')
  await userEvent.type(field('Client ID'), 'google-client')
  await userEvent.type(screen.getByLabelText('Client secret'), 'google-secret')
  await choose('dropbox')
  expect(field('Client ID').value).toBe('')
  expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('')
})

test('the authorization URL is built as it is typed', async () => {
  show()
  expect(screen.getByText(/Take a preset or give an authorization URL/)).toBeDefined()
  await userEvent.type(field('Authorization URL'), 'https://example.com/authorize')
  await userEvent.type(field('Client ID'), 'acme')
  await userEvent.type(field('Scopes'), 'read write,')
  const parameters = within(screen.getByRole('list', { name: 'Parameters' }))
  expect(parameters.getByText('acme')).toBeDefined()
  expect(parameters.getByText('read write')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Remove read' }))
  expect(parameters.getByText('write')).toBeDefined()
  await userEvent.click(screen.getByRole('radio', { name: 'Off' }))
  expect(parameters.queryByText('code_challenge')).toBeNull()
})

test('a sign-in without its settings says what is missing, and asks nobody', async () => {
  show()
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText('Fill in the client ID that the service gave you.')).toBeDefined()
  expect(screen.getByText('Give the address where codes become tokens.')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(field('Client ID')))
  await choose('google cal')
  await userEvent.type(field('Client ID'), 'acme')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText(/^Fill in the client secret/)).toBeDefined()
  expect(asked).not.toHaveBeenCalled()
})

test('a sign-in opens a window that learns nothing of the page, and the secret stays in no storage', async () => {
  asked.mockImplementation(async (method, path) => {
    if (method === 'POST' && path === 'flows') return flowWith()
    return flowWith()
  })
  show()
  await fillIn()
  await userEvent.type(screen.getByLabelText('Client secret'), 'canary-secret')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(window.open).toHaveBeenCalledOnce())
  const [url, , features] = vi.mocked(window.open).mock.calls[0] ?? []
  expect(url).toContain('the-real-state')
  expect(features).toContain('noopener')
  expect(asked.mock.calls[0]).toMatchObject([
    'POST',
    'flows',
    { clientSecret: 'canary-secret', callbackPath: '/oauth/callback' },
  ])
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])).not.toContain('canary-secret')
})

test('a client secret that is taken out of its field again goes from the server too', async () => {
  const settings = settingsOf({
    clientId: 'acme',
    authorizationUrl: 'https://example.com/authorize',
    tokenUrl: 'https://example.com/token',
  })
  asked.mockImplementation((method, path) =>
    Promise.resolve(
      flowWith({ settings, clientSecret: method === 'DELETE' && path.endsWith('/secret') ? '' : '••••••' }),
    ),
  )
  show()
  await fillIn()
  const secret = screen.getByLabelText<HTMLInputElement>('Client secret')
  await userEvent.type(secret, 'canary-secret')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(window.open).toHaveBeenCalledOnce())
  await userEvent.clear(secret)
  expect(secret.placeholder).toBe('')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in again' }))
  expect(asked.mock.calls).toContainEqual(['DELETE', 'flows/flow/secret', undefined])
  expect(await screen.findByText(/^Fill in the client secret/)).toBeDefined()
  expect(asked.mock.calls.filter(([method]) => method === 'POST')).toHaveLength(1)
})

test('a secret that went with the choice of another service stays with the sign-in that has it', async () => {
  const settings = settingsOf({
    clientId: 'acme',
    authorizationUrl: 'https://example.com/authorize',
    tokenUrl: 'https://example.com/token',
  })
  asked.mockImplementation(() => Promise.resolve(flowWith({ settings, clientSecret: '••••••' })))
  show()
  await fillIn()
  await userEvent.type(screen.getByLabelText('Client secret'), 'canary-secret')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(window.open).toHaveBeenCalledOnce())
  await choose('google cal')
  await userEvent.click(screen.getByLabelText('Client secret'))
  await userEvent.tab()
  expect(asked.mock.calls.filter(([method]) => method === 'DELETE')).toEqual([])
})

test('a window that never comes back is told after five minutes, and the page asks no longer', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const authorization = { at: Date.now(), url: 'https://example.com/authorize', parameters: [], remarks: [] }
  asked.mockImplementation(() => Promise.resolve(flowWith({ authorization })))
  rememberFlow('page', 'flow')
  show()
  await waitFor(() => expect(screen.getByText('Waiting for the service to send you back.')).toBeDefined())
  await act(() => vi.advanceTimersByTimeAsync(5000))
  expect(asked.mock.calls.length).toBeGreaterThan(2)
  await act(() => vi.advanceTimersByTimeAsync(300_000))
  expect(screen.getByText('The five minutes are over.')).toBeDefined()
  expect(screen.queryByRole('textbox', { name: 'Paste a callback URL' })).toBeNull()
  const before = asked.mock.calls.length
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(asked.mock.calls.length).toBe(before)
})

test('what the server refuses stands where it was asked', async () => {
  asked.mockRejectedValue(new Error('Wait a minute: 30 requests a minute are sent for one person.'))
  show()
  await choose('google cal')
  await userEvent.type(field('Client ID'), 'acme')
  await userEvent.type(screen.getByLabelText('Client secret'), 'secret')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Wait a minute')
  expect(window.open).not.toHaveBeenCalled()
})

test('the metadata of an issuer fill in the form', async () => {
  asked.mockResolvedValue({
    reading: {
      settings: settingsOf({
        tokenUrl: 'https://id.example.com/token',
        authorizationUrl: 'https://id.example.com/auth',
      }),
      scopes: ['openid', 'email'],
      remarks: [{ verdict: 'pass', text: 'The metadata are of this issuer.' }],
    },
  })
  show()
  await choose('openid')
  await userEvent.type(field('Issuer'), 'https://id.example.com')
  await userEvent.click(screen.getByRole('button', { name: 'Discover' }))
  expect(await screen.findByText('The metadata are of this issuer.')).toBeDefined()
  expect(field('Token URL').value).toBe('https://id.example.com/token')
  expect(toasts.at(-1)?.text).toBe('The metadata of id.example.com are filled in.')
  act(() => toasts.at(-1)?.action?.run())
  expect(field('Token URL').value).toBe('')
  await userEvent.click(screen.getByRole('button', { name: 'Discover' }))
  await waitFor(() => expect(field('Token URL').value).toBe('https://id.example.com/token'))
  await userEvent.click(screen.getByRole('button', { name: 'Ask for all of them' }))
  expect(screen.getByRole('button', { name: 'Remove email' })).toBeDefined()
})

test('a plugin gives the words of the redirect URIs, and the page asks for none of them', async () => {
  show({ project: { id: 'p', label: 'CRM', self: ['me'], readOnly: false, targets } })
  const path = '/console/api/oauth/plugin/acme/crm/crm_online/tool/callback'
  expect(screen.getByText(origin + path)).toBeDefined()
  expect(screen.getByText(`https://cloud.dify.ai${path}`)).toBeDefined()
  expect(screen.queryByRole('textbox', { name: 'Author' })).toBeNull()
  await userEvent.type(field('Address of a self-hosted Dify'), 'https://dify.example.com/')
  expect(screen.getByText(/Take the slash at the end off/)).toBeDefined()
  await userEvent.type(field('Address of a self-hosted Dify'), '{Backspace}')
  expect(screen.getByText(`https://dify.example.com${path}`)).toBeDefined()
})

test('the code of a plugin fills the form, at first and again, and says what it does not have', async () => {
  const found = { settings: { tokenUrl: 'https://crm.example/token', scopes: ['read'] }, unread: [] }
  show({ project: { id: 'p', label: 'CRM', self: ['me'], readOnly: false, targets: [{ ...targets[0], found }] } })
  expect(field('Token URL').value).toBe('https://crm.example/token')
  await userEvent.clear(field('Token URL'))
  await userEvent.click(screen.getByRole('button', { name: 'Fill from this plugin' }))
  expect(field('Token URL').value).toBe('https://crm.example/token')
  expect(screen.getByRole('button', { name: 'Remove read' })).toBeDefined()
  expect(screen.queryByText(/not found in the code/)).toBeNull()
})

test('a plugin whose code says nothing is named as that', () => {
  show({ project: { id: 'p', label: 'CRM', self: ['me'], readOnly: false, targets } })
  expect(screen.getByText('No constant of provider/crm.py says the scopes: fill it in here.')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Fill from this plugin' }).getAttribute('aria-disabled')).toBe('true')
})

test('a plugin of a kind without OAuth is told so', () => {
  show({ project: { id: 'p', label: 'LLMs', self: ['me'], readOnly: false, targets: [] } })
  expect(screen.getByText(/Dify has OAuth for tools, data sources and triggers/)).toBeDefined()
})

test('the practice provider fills the form, and the service comes back as it was', async () => {
  asked.mockResolvedValue({
    settings: settingsOf({ authorizationUrl: `${origin}/practice/auth`, tokenUrl: `${origin}/practice/token` }),
    clientSecret: 'practice-secret',
  })
  show()
  await userEvent.type(field('Client ID'), 'mine')
  await userEvent.click(screen.getByRole('radio', { name: 'Practice provider' }))
  expect(await screen.findByRole('button', { name: 'Try the whole flow' })).toBeDefined()
  expect(field('Client ID').value).toBe('practice-post')
  await userEvent.click(screen.getByRole('radio', { name: 'Public' }))
  expect(field('Client ID').value).toBe('practice-public')
  expect(JSON.stringify({ ...localStorage })).not.toContain('practice')
  await userEvent.click(screen.getByRole('radio', { name: 'A service' }))
  expect(field('Client ID').value).toBe('mine')
})

test('Clear all empties the form, the browser and the server', async () => {
  asked.mockResolvedValue(undefined)
  show()
  await userEvent.type(field('Client ID'), 'mine')
  await userEvent.type(screen.getByLabelText('Client secret'), 'secret')
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }))
  await waitFor(() => expect(field('Client ID').value).toBe(''))
  expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('')
  expect(asked.mock.calls).toEqual([['DELETE', 'flows', undefined]])
  expect(localStorage.length).toBe(0)
})
