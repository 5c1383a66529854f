import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NewPlugin } from './new-plugin'
import type { PluginPreview } from './plugin-preview'

const router = vi.hoisted(() => ({ push: vi.fn() }))
vi.mock('next/navigation', () => ({ useRouter: () => router }))

const startProject = vi.hoisted(() => vi.fn())
vi.mock('./start-project', () => ({ startProject }))

const kinds = [
  { id: 'tool', title: 'Tools', summary: 'Actions', icon: 'wrench', alone: false },
  { id: 'endpoint', title: 'Endpoints', summary: 'Web addresses', icon: 'webhook', alone: false },
  { id: 'model', title: 'Models', summary: 'Language models', icon: 'brain', alone: true },
  {
    id: 'agent-strategy',
    title: 'Agent strategies',
    summary: 'Plans',
    icon: 'waypoints',
    alone: true,
    signIns: ['none' as const],
  },
]
const first: PluginPreview = {
  paths: ['manifest.yaml', 'main.py'],
  manifest: 'version: 0.0.1\nname: my_plugin\n',
  errors: 0,
  publish: 2,
}

function draw() {
  render(<NewPlugin kinds={kinds} chosen={['tool']} first={first} createdAt="2026-11-26T14:00:00Z" signedIn={false} />)
}

const field = (name: string) => screen.getByRole('textbox', { name })

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('New plugin', () => {
  test('shows at first what the server made', () => {
    draw()
    expect(screen.getByText('main.py')).toBeDefined()
    expect(screen.getByText('2 files. Installs as it is, 2 to do before publishing.')).toBeDefined()
  })

  test('shows the files and the manifest as the name is typed, and marks the lines', async () => {
    draw()
    await userEvent.type(field('Name'), 'Nimbra Weather')
    const manifest = screen.getByRole('list', { name: 'manifest.yaml' })
    await waitFor(() => expect(manifest.textContent).toContain('name: nimbra_weather'), { timeout: 10_000 })
    expect(manifest.textContent).toContain('en_US: Nimbra Weather')
    const marked = [...manifest.querySelectorAll('.bg-mark-now')].map((line) => line.textContent)
    expect(marked).toEqual(expect.arrayContaining([expect.stringContaining('name: nimbra_weather')]))
    expect(screen.getByText('nimbra_weather', { selector: 'code' })).toBeDefined()
  })

  test('says below the field what is wrong while it is typed, and takes it back when it is mended', async () => {
    draw()
    await userEvent.type(field('Author'), 'SaltMarsh')
    expect(await screen.findByText(/^Use saltmarsh: /)).toBeDefined()
    expect(screen.getByText('Mend first: author.')).toBeDefined()
    expect(screen.queryByText(/Installs as it is/)).toBeNull()
    expect(field('Author').getAttribute('aria-invalid')).toBe('true')
    await userEvent.clear(field('Author'))
    await userEvent.type(field('Author'), 'saltmarsh')
    await waitFor(() => expect(screen.queryByText(/^Use saltmarsh: /)).toBeNull())
    expect(screen.getByText(/Installs as it is/)).toBeDefined()
  })

  test('creates by Ctrl+Enter, remembers the author and goes to the editor', async () => {
    startProject.mockResolvedValue({ ok: true, id: 'p7' })
    draw()
    await userEvent.type(field('Author'), 'saltmarsh')
    await userEvent.type(field('Name'), 'Nimbra Weather')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(router.push).toHaveBeenCalledWith('/projects/p7'))
    const [files, signedIn] = startProject.mock.calls[0] ?? []
    expect(files.get('manifest.yaml')).toContain('author: saltmarsh')
    expect(files.has('provider/nimbra_weather.yaml')).toBe(true)
    expect(signedIn).toBe(false)
    cleanup()
    draw()
    await waitFor(() => expect(field('Author')).toHaveProperty('value', 'saltmarsh'))
  })

  test('does not send what is not complete', async () => {
    draw()
    await userEvent.click(screen.getByRole('button', { name: 'Create plugin' }))
    expect(await screen.findByText('Give the plugin a name, as people will read it in Dify.')).toBeDefined()
    expect(screen.getByText('Say who the author is: Dify knows the plugin as author/name.')).toBeDefined()
    expect(startProject).not.toHaveBeenCalled()
  })

  test('asks for a name in the files when the name has no Latin letter', async () => {
    draw()
    await userEvent.type(field('Name'), '天气')
    expect(await screen.findByRole('textbox', { name: 'Name in the files' })).toBeDefined()
  })

  test('keeps the answers and says why when the server refuses', async () => {
    startProject.mockResolvedValue({ ok: false, reason: 'The server cannot be reached.' })
    draw()
    await userEvent.type(field('Name'), 'Weather')
    await userEvent.type(field('Author'), 'saltmarsh')
    await userEvent.click(screen.getByRole('button', { name: 'Create plugin' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.')
    expect(field('Name')).toHaveProperty('value', 'Weather')
  })

  test('lets tools and endpoints share a plugin, and leaves both for a kind that stands alone', async () => {
    draw()
    const chosen = () => screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-checked'))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Endpoints' }))
    expect(chosen()).toEqual(['true', 'true', 'false', 'false'])
    await userEvent.click(screen.getByRole('checkbox', { name: 'Endpoints' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tools' }))
    expect(chosen()).toEqual(['true', 'false', 'false', 'false'])
  })

  test('asks for no sign-in where Dify knows none', async () => {
    draw()
    const signIn = () => screen.queryByRole('radiogroup', { name: 'Sign-in' })
    expect(signIn()).not.toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Agent strategies' }))
    expect(signIn()).toBeNull()
  })

  test('says why the last kind cannot be left', async () => {
    draw()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tools' }))
    expect(screen.getByRole('checkbox', { name: 'Tools' }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByText('A plugin gives Dify at least one thing.')).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Endpoints' }))
    expect(screen.queryByText('A plugin gives Dify at least one thing.')).toBeNull()
  })

  test('keeps what was typed when the page is left without creating', async () => {
    draw()
    await userEvent.type(field('Name'), 'Half a na')
    cleanup()
    draw()
    await waitFor(() => expect(field('Name')).toHaveProperty('value', 'Half a na'))
  })

  test('goes back Home by Escape', async () => {
    draw()
    await userEvent.keyboard('{Escape}')
    expect(router.push).toHaveBeenCalledWith('/')
  })
})
