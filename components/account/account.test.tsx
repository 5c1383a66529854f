import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Account, type AccountProps } from './account'
import type { AccountActions } from './account-actions'
import { deviceText } from './device-text'
import { SignInPanel } from './sign-in-panel'

const signIn = vi.hoisted(() => vi.fn())
vi.mock('next-auth/react', () => ({ signIn }))

const router = vi.hoisted(() => ({ refresh: vi.fn() }))
vi.mock('next/navigation', () => ({ useRouter: () => router }))

const assign = vi.fn()

beforeEach(() => {
  vi.spyOn(window.location, 'assign').mockImplementation(assign)
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.clearAllMocks()
})

describe('signing in', () => {
  test('sends e-mail and password and goes where the visitor wanted to go', async () => {
    signIn.mockResolvedValue({ ok: true })
    render(<SignInPanel next="/projects/p1" github={false} />)
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/projects/p1'))
    expect(signIn).toHaveBeenCalledWith('password', {
      mode: 'sign-in',
      name: '',
      email: 'ada@example.com',
      password: 'correct horse',
      redirect: false,
    })
  })

  test('repeats the sentence of the server above the form', async () => {
    const error = 'Wait 15 minutes and try again: there were too many tries with this e-mail address.'
    signIn.mockResolvedValue({ ok: false, error })
    render(<SignInPanel next="/" github={false} />)
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect((await screen.findByRole('alert')).textContent).toContain(error)
    expect(assign).not.toHaveBeenCalled()
  })

  test('never shows a code of the library as an answer', async () => {
    signIn.mockResolvedValue({ ok: false, error: 'CredentialsSignin' })
    render(<SignInPanel next="/" github={false} />)
    await userEvent.click(screen.getByRole('button', { name: 'Continue as a guest' }))
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Not signed in. The guest account was not made. Reload the page and try again.',
    )
  })

  test('asks for what is missing below the fields', async () => {
    render(<SignInPanel next="/" github={false} />)
    await userEvent.click(screen.getByRole('tab', { name: 'New account' }))
    await userEvent.type(screen.getByLabelText('Password'), 'short')
    await userEvent.click(screen.getByRole('button', { name: 'Make an account' }))
    expect(await screen.findByText('Give the name that your team will see.')).toBeDefined()
    expect(screen.getByText('Give an e-mail address like name@example.com.')).toBeDefined()
    expect(screen.getByText('Choose a password of at least 8 characters.')).toBeDefined()
    expect(signIn).not.toHaveBeenCalled()
  })

  test('offers GitHub only where it is set up', () => {
    const { rerender } = render(<SignInPanel next="/" github={false} />)
    expect(screen.queryByRole('button', { name: 'Continue with GitHub' })).toBeNull()
    rerender(<SignInPanel next="/" github />)
    expect(screen.getByRole('button', { name: 'Continue with GitHub' })).toBeDefined()
  })

  test('tells a guest that the plugins come along', () => {
    render(<SignInPanel next="/" github={false} guestPlugins={3} />)
    expect(screen.getByText('Your 3 plugins will belong to the account.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Continue as a guest' })).toBeNull()
    expect(screen.getByRole('tab', { name: 'New account' }).getAttribute('aria-selected')).toBe('true')
  })
})

describe('the account', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
  const now = '2026-11-26T14:00:00Z'
  const sessions = [
    { id: 's1', userAgent: chrome, seenAt: now, current: true },
    { id: 's2', userAgent: firefox, seenAt: '2026-11-26T11:00:00Z', current: false },
  ]

  const done = async () => ({ ok: true as const })

  function draw(props: Partial<AccountProps> = {}, acts: Partial<AccountActions> = {}) {
    const actions: AccountActions = {
      ...{ endSession: async () => true, endOtherSessions: done, renameUser: done },
      ...{ changeEmail: done, addPassword: done, changePassword: done, deleteAccount: done },
      ...acts,
    }
    render(
      <Account
        person={{ name: 'Ada', email: 'ada@example.com', guest: false }}
        password
        sessions={sessions}
        deeds={[]}
        deletion={{ projects: [], teams: [], blockers: [] }}
        deleteWord="delete"
        now={now}
        actions={actions}
        {...props}
      />,
    )
  }

  test('ends another session, never this one', async () => {
    const endSession = vi.fn(async () => true)
    draw({}, { endSession })
    await userEvent.click(screen.getByRole('button', { name: /^End/ }))
    expect(endSession).toHaveBeenCalledWith('s2')
    await waitFor(() => expect(router.refresh).toHaveBeenCalled())
  })

  test('says so when a session could not be ended', async () => {
    draw({}, { endSession: async () => false })
    await userEvent.click(screen.getByRole('button', { name: /^End/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('The session goes on.')
  })

  test('changes the theme at once and remembers it', async () => {
    draw({ person: { name: 'Guest', guest: true } })
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(localStorage.getItem('plugwright-theme')).toBe('dark')
    await userEvent.click(screen.getByRole('radio', { name: 'As the system' }))
    expect(localStorage.getItem('plugwright-theme')).toBeNull()
  })

  test('signs out everywhere else at once', async () => {
    const endOtherSessions = vi.fn(done)
    draw({}, { endOtherSessions })
    await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere else' }))
    expect(endOtherSessions).toHaveBeenCalledOnce()
  })

  test('sends the old password with the new one, and says why it was not changed', async () => {
    const reason = 'Give the password of this account: that was another one.'
    const changePassword = vi.fn(async () => ({ ok: false as const, reason }))
    draw({}, { changePassword })
    await userEvent.type(screen.getByLabelText('Old password'), 'wrong horse')
    await userEvent.type(screen.getByLabelText('New password'), 'battery staple{Enter}')
    expect(changePassword).toHaveBeenCalledWith({ old: 'wrong horse', password: 'battery staple' })
    expect((await screen.findByRole('alert')).textContent).toContain(reason)
  })

  test('of GitHub alone can be given an e-mail address and a password', async () => {
    const addPassword = vi.fn(done)
    draw({ person: { name: 'Ada', guest: false }, password: false }, { addPassword })
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com')
    await userEvent.type(screen.getByLabelText('Password'), 'battery staple{Enter}')
    expect(addPassword).toHaveBeenCalledWith({ email: 'ada@example.com', password: 'battery staple' })
    expect(screen.queryByLabelText('Old password')).toBeNull()
  })

  test('names what goes with it before it asks for the password', async () => {
    const deleteAccount = vi.fn(done)
    draw({ deletion: { projects: ['Tarn', 'Mere'], teams: ['Saltmarsh'], blockers: [] } }, { deleteAccount })
    expect(screen.getByText(/2 plugins \(Tarn, Mere\) and 1 team \(Saltmarsh\)/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Delete the account' }))
    await userEvent.type(screen.getByLabelText(/Give your password/), 'correct horse{Enter}')
    expect(deleteAccount).toHaveBeenCalledWith({ proof: 'correct horse' })
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/sign-in'))
  })

  test('stays while a team would be without an owner', () => {
    draw({ deletion: { projects: [], teams: [], blockers: ['Saltmarsh'] } })
    expect(screen.getByText(/Others are in Saltmarsh/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Delete the account' })).toBeNull()
  })

  test('names browsers by browser and system', () => {
    expect(deviceText(chrome)).toBe('Chrome on Linux')
    expect(deviceText(firefox)).toBe('Firefox on Windows')
    expect(deviceText('curl/8')).toBe('A browser')
  })
})
