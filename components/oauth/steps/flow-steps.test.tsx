import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OAuthFlow } from '@/lib/oauth/flow'
import type { RevealedFlow } from '@/lib/oauth/revealed-flow'
import { settingsOf } from '@/lib/oauth/settings'
import { FlowSteps, type FlowStepsProps } from './flow-steps'
import { testFlow, testShownFlow, testTime, tokenAnswer, type TestAnswer } from './test-flow'
import { shownFor } from './use-revealed'

beforeEach(() => {
  vi.useFakeTimers({ now: (testTime + 60) * 1000, toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function click(name: string | RegExp, role = 'button') {
  const found = screen.getByRole(role, { name })
  // A tab takes the press of the button, and not the click.
  await act(async () => {
    fireEvent.mouseDown(found)
    fireEvent.click(found)
    await Promise.resolve()
  })
}

async function show(answers: readonly TestAnswer[], props: Partial<FlowStepsProps> = {}, part?: Partial<OAuthFlow>) {
  const given = { perform: vi.fn(), reveal: vi.fn(() => Promise.resolve(undefined)), ...props }
  render(<FlowSteps flow={await testShownFlow(answers, part)} {...given} />)
  act(() => void vi.advanceTimersByTime(10))
  return given
}

const text = (name: string) => screen.getByRole('region', { name }).textContent
const exchanged: TestAnswer = ['exchange', 200, tokenAnswer]

describe('before the exchange', () => {
  test('the request is shown as it will go out, secrets masked, and sent by one click', async () => {
    const { perform } = await show([])
    expect(text('Will be sent')).toContain('POST /token')
    expect(text('Will be sent: text')).toContain('code_verifier=the-••••••w-hk')
    expect(document.body.textContent).not.toContain('nb_cs_6f2b9d1e7a3f3f9c')
    await click('Exchange the code')
    expect(perform).toHaveBeenCalledExactlyOnceWith({ step: 'exchange' })
  })

  test('what needs a token says so, and sends nothing', async () => {
    const { perform } = await show([])
    await click(/Refresh/, 'tab')
    expect(screen.getByText('There is no token yet: exchange the code first.')).toBeDefined()
    await click('Refresh now')
    expect(perform).not.toHaveBeenCalled()
  })
})

describe('an exchange', () => {
  test('stands side by side with its status, its time and both readings', async () => {
    await show([exchanged])
    expect(text('Sent: text')).toContain('grant_type=authorization_code')
    expect(text('Came back')).toContain('200 OK')
    expect(text('Came back')).toContain('214 ms')
    expect(text('Came back: text')).toContain('content-type: application/json')
    expect(text('Came back: text')).toContain('"access_token": "nb_at_••••••7Qe2"')
    expect(
      within(screen.getByRole('list', { name: 'Strict judgement' })).getByText(/keeps to the standard accepts/),
    ).toBeDefined()
    expect(screen.getByRole('list', { name: 'Lenient reading' }).textContent).toContain('station.read')
  })

  test('that was done cannot be done again: a code works once', async () => {
    const { perform } = await show([exchanged])
    await click('Exchange the code')
    expect(perform).not.toHaveBeenCalled()
    expect(screen.getByText(/it was exchanged: start again/)).toBeDefined()
  })

  test('that was refused is explained: cause, what to change, where, and the paragraph', async () => {
    await show([['exchange', 401, { error: 'invalid_client', error_description: 'Bad secret' }]])
    expect(screen.getByText('invalid_client')).toBeDefined()
    expect(screen.getByText(/Copy the secret again/)).toBeDefined()
    expect(screen.getByText('In the settings here, and then in the plugin:')).toBeDefined()
    expect(screen.getAllByRole('link', { name: 'RFC 6749 §5.2' }).length).toBeGreaterThan(0)
    expect(screen.getByText('No token yet. It is taken apart here as soon as it comes.')).toBeDefined()
  })

  test('that is explained leads to the fields that it names', async () => {
    const secret = document.createElement('input')
    secret.id = 'clientSecret'
    secret.scrollIntoView = () => undefined
    document.body.append(secret)
    await show([['exchange', 401, { error: 'who knows' }]])
    await click('client secret')
    act(() => void vi.advanceTimersByTime(10))
    expect(document.activeElement).toBe(secret)
    secret.remove()
  })

  test('without an answer says why there is none', async () => {
    await show([['exchange', 'The server did not answer within 15 s.']])
    expect(text('Came back: text')).toBe('The server did not answer within 15 s.')
  })

  test('bends are named with what Python must do', async () => {
    await show([['exchange', 200, { access_token: 'nb_at_4kQx82LmZp0r7Qe2', expires_in: '3600' }]])
    expect(screen.getByText('expires_in is a text; the standard wants a number.')).toBeDefined()
    expect(screen.getByText(/token_type is missing/)).toBeDefined()
  })
})

describe('the token', () => {
  test('has its scopes, its end and what its refresh token means', async () => {
    await show([exchanged])
    const token = screen.getByRole('region', { name: 'Token' })
    expect(within(token).getByText('station.read').parentElement?.textContent).toContain('not granted')
    expect(within(token).getByRole('timer').textContent).toBe('59 min 00 s')
    act(() => void vi.advanceTimersByTime(5000))
    expect(within(token).getByRole('timer').textContent).toBe('58 min 55 s')
    expect(token.textContent).toContain('Dify gets a new token with it.')
  })

  test('that has ended says so', async () => {
    await show([['exchange', 200, { ...tokenAnswer, expires_in: 30 }]])
    expect(screen.getByRole('region', { name: 'Token' }).textContent).toContain('it has ended')
  })

  test('without a refresh token tells what to ask for', async () => {
    await show([['exchange', 200, { access_token: 'nb_at_4kQx82LmZp0r7Qe2', token_type: 'Bearer', expires_in: 60 }]])
    expect(screen.getByRole('region', { name: 'Token' }).textContent).toContain('people have to sign in again in Dify')
  })

  test('after a refresh tells whether the refresh token was replaced', async () => {
    const next = { ...tokenAnswer, access_token: 'nb_at_111111111111aaaa', refresh_token: 'nb_rt_222222222222bbbb' }
    await show([exchanged, ['refresh', 200, next]])
    expect(screen.getByRole('region', { name: 'Token' }).textContent).toContain('It replaced nb_rt_••••••c81d')
  })

  test.each([
    ['revoke', 'Refresh token', 'Access token', 'Should have ended with the refresh token'],
    ['revoke-access', 'Access token', 'Refresh token', 'Most servers keep it'],
  ] as const)('that %s took back is marked, and the other one is not', async (step, gone, other, words) => {
    await show([exchanged, [step, 200, '']])
    const row = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement?.textContent
    expect(row(gone)).toContain('Taken back')
    expect(row(other)).not.toContain('Taken back')
    expect(row(other)).toContain(words)
    expect(screen.getByRole('list', { name: 'Lenient reading' }).textContent).toContain('was not sent')
  })
})

describe('what Dify would store', () => {
  const rows = () =>
    within(screen.getByRole('list', { name: 'Keys' }))
      .getAllByRole('listitem')
      .map((row) => row.textContent)

  test('is told key by key, with what is not declared', async () => {
    await show([exchanged])
    expect(rows()[0]).toBe('access_tokennb_at_••••••7Qe2secret-inputEncrypted')
    expect(rows().find((row) => row.startsWith('account_id'))).toContain('In clear text, if your Python returns it')
    expect(rows().at(-1)).toContain(String(testTime + 3600))
  })

  test('differs for a trigger, and so does when it would be refreshed', async () => {
    await show([exchanged])
    expect(screen.getByText(/refreshes at the first use with less than 60 s left/)).toBeDefined()
    await click('Trigger', 'radio')
    expect(screen.getByText(/it is refreshed each minute/)).toBeDefined()
    expect(screen.getByText(/Dify cannot refresh it else/)).toBeDefined()
  })

  test('goes by the schema of the plugin where there is one', async () => {
    await show([exchanged], { plugin: { kind: 'tool', schema: [{ name: 'access_token', type: 'text-input' }] } })
    expect(rows()[0]).toContain('In clear text: it is declared as text-input')
    expect(screen.getByText('access_token would be stored in clear text.')).toBeDefined()
  })

  test('offers to declare what the plugin does not, where that is right and allowed', async () => {
    const declare = vi.fn()
    const schema = [{ name: 'access_token', type: 'secret-input' }]
    await show([exchanged], { plugin: { kind: 'tool', schema, declare } })
    const offers = () =>
      screen.queryAllByRole('button', { name: /^Declare it/ }).map((each) => each.getAttribute('aria-label'))
    expect(offers()).toEqual(['Declare it: refresh_token', 'Declare it: account_id'])
    await click('Declare it: account_id')
    expect(declare).toHaveBeenCalledExactlyOnceWith('account_id')
    await click('Data source', 'radio')
    expect(offers()).toEqual([])
    cleanup()
    // Dify cannot refresh a trigger with a declared one
    await show([exchanged], { plugin: { kind: 'trigger', schema, declare } })
    expect(offers()).toEqual(['Declare it: account_id'])
    cleanup()
    await show([exchanged], { plugin: { kind: 'tool', schema } })
    expect(offers()).toEqual([])
    cleanup()
    const declaring = { name: 'account_id', trouble: 'The server does not answer.' }
    await show([exchanged], { plugin: { kind: 'tool', schema, declare, declaring } })
    expect(rows().find((row) => row.startsWith('account_id'))).toContain('The server does not answer.')
  })

  test('keeps the old refresh token where a refresh brings none', async () => {
    const next = { access_token: 'nb_at_111111111111aaaa', token_type: 'Bearer', expires_in: 60 }
    await show([exchanged, ['refresh', 200, next]])
    expect(rows().find((row) => row.startsWith('refresh_token'))).toContain('Encrypted, kept from before')
  })
})

describe('secrets', () => {
  const revealed = (flow: OAuthFlow): RevealedFlow => ({
    clientSecret: flow.clientSecret,
    accessToken: tokenAnswer.access_token,
    refreshToken: tokenAnswer.refresh_token,
    exchanges: flow.exchanges.map(({ at, request, answer }) => ({ at, request, answer })),
  })

  test('are shown in place when asked for, and masked again after half a minute', async () => {
    const secrets = revealed(await testFlow([exchanged]))
    const { reveal } = await show([exchanged], { reveal: vi.fn(() => Promise.resolve(secrets)) })
    expect(reveal).not.toHaveBeenCalled()
    await click('Show secrets')
    expect(text('Sent: text')).toContain('client_secret=nb_cs_6f2b9d1e7a3f3f9c')
    expect(text('Came back: text')).toContain(tokenAnswer.refresh_token)
    act(() => void vi.advanceTimersByTime(shownFor + 10))
    expect(document.body.textContent).not.toContain('nb_cs_6f2b9d1e7a3f3f9c')
    expect(document.body.textContent).not.toContain(tokenAnswer.refresh_token)
  })

  test('are masked at once when the window is left', async () => {
    const secrets = revealed(await testFlow([exchanged]))
    await show([exchanged], { reveal: () => Promise.resolve(secrets) })
    await click('Show secrets')
    expect(document.body.textContent).toContain(tokenAnswer.access_token)
    fireEvent.blur(window)
    expect(document.body.textContent).not.toContain(tokenAnswer.access_token)
  })

  test('that cannot be had are said to be', async () => {
    await show([exchanged], { reveal: () => Promise.reject(new Error('gone')) })
    await click('Show secrets')
    expect(screen.getByRole('alert').textContent).toContain('could not be shown')
  })
})

test('a call of one’s own goes only to hosts of the settings', async () => {
  const { perform } = await show([exchanged])
  await click('Any GET', 'tab')
  const address = screen.getByRole('textbox', { name: 'Address' })
  fireEvent.change(address, { target: { value: 'https://elsewhere.example/me' } })
  expect(address.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('The token is sent only to https://nimbra.example.')).toBeDefined()
  await click('Send')
  expect(perform).not.toHaveBeenCalled()
  fireEvent.change(address, { target: { value: 'https://nimbra.example/me' } })
  await click('Send')
  expect(perform).toHaveBeenCalledExactlyOnceWith({ step: 'try', url: 'https://nimbra.example/me' })
})

test('while an answer is waited for nothing else is sent', async () => {
  const { perform } = await show([exchanged], { busy: 'refresh' })
  await click('Introspect', 'tab')
  await click('Ask about the token')
  expect(perform).not.toHaveBeenCalled()
})

test('a client of its own has its grant in place of the exchange', async () => {
  const settings = settingsOf({
    grant: 'client_credentials',
    clientId: 'nimbra-dify-dev',
    tokenUrl: 'https://nimbra.example/token',
  })
  await show(
    [['client-credentials', 200, { ...tokenAnswer, refresh_token: undefined }]],
    {},
    { settings, callback: undefined },
  )
  expect(screen.queryByRole('tab', { name: /Exchange/ })).toBeNull()
  expect(screen.getByText(/This grant has none/)).toBeDefined()
})
