import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NewKindChoice } from './kind-choice'
import { NewPlugin } from './new-plugin'
import type { PluginPreview } from './plugin-preview'

const router = vi.hoisted(() => ({ push: vi.fn() }))
vi.mock('next/navigation', () => ({ useRouter: () => router }))

const startProject = vi.hoisted(() => vi.fn())
vi.mock('./start-project', () => ({ startProject }))

function kindOf(id: string, title: string, more: Partial<NewKindChoice> = {}): NewKindChoice {
  const picture = { says: `Where ${id} appears`, shapes: [{ icon: [1, 1] as const }] }
  const signIns = ['none', 'api-key'] as const
  return {
    id,
    title,
    summary: `What ${id} is for`,
    icon: '',
    alone: true,
    picture,
    signIns,
    usualSignIn: 'none',
    ...more,
  }
}

const kinds = [
  kindOf('tool', 'Tools', { alone: false, signIns: ['none', 'api-key', 'oauth', 'api-key-or-oauth'] }),
  kindOf('endpoint', 'Endpoints', { alone: false }),
  kindOf('model', 'Models', {
    usualSignIn: 'api-key',
    variantChoices: ['Begin with', 'Models'],
    variants: ['LLM', 'Rerank', 'TTS', 'Embedding', 'Moderation'].flatMap((title) =>
      ['Listed', 'Added by people'].map((form) => {
        const id = `${title} ${form}`
        return { id, title, form, summary: `About ${id}` }
      }),
    ),
  }),
  kindOf('agent-strategy', 'Agent strategies', { signIns: ['none'] }),
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
    await userEvent.click(screen.getByRole('checkbox', { name: 'Models' }))
    expect(chosen()).toEqual(['false', 'false', 'true', 'false'])
    expect(screen.getByText('Models stand alone: Dify refuses anything beside them.')).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Agent strategies' }))
    expect(screen.getByText('Agent strategies stand alone: Dify refuses anything beside them.')).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tools' }))
    expect(chosen()).toEqual(['true', 'false', 'false', 'false'])
    await userEvent.click(screen.getByRole('checkbox', { name: 'Endpoints' }))
    expect(screen.getByText(/may share a plugin/)).toBeDefined()
  })

  test('says of each kind what it is for and where it appears', () => {
    draw()
    expect(screen.getByRole('img', { name: 'Where model appears' })).toBeDefined()
    const box = screen.getByRole('checkbox', { name: 'Models' })
    const described = (box.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))
    expect(described.map((each) => each?.textContent || each?.getAttribute('aria-label'))).toEqual([
      'What model is for',
      'Where model appears',
    ])
  })

  test('asks a kind with variants for its title and its form, and keeps the form when the title changes', async () => {
    draw()
    expect(screen.queryByRole('combobox', { name: 'Begin with' })).toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Models' }))
    expect((await screen.findByRole('combobox', { name: 'Begin with' })).textContent).toBe('LLM')
    expect(screen.getByText('About LLM Listed.')).toBeDefined()
    await userEvent.click(screen.getByRole('radio', { name: 'Added by people' }))
    expect(screen.getByText('About LLM Added by people.')).toBeDefined()
    screen.getByRole('combobox', { name: 'Begin with' }).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen.findByRole('option', { name: 'TTS' }))
    expect(screen.getByText('About TTS Added by people.')).toBeDefined()
  })

  test('begins with the usual sign-in of a kind, and keeps the one that was chosen where a kind has it', async () => {
    draw()
    const signIn = () => screen.getAllByRole('radio', { checked: true }).at(-1)?.textContent
    expect(signIn()).toBe('None')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Models' }))
    expect(signIn()).toBe('API key')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tools' }))
    await userEvent.click(screen.getByRole('radio', { name: 'OAuth' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Endpoints' }))
    expect(signIn()).toBe('OAuth')
    expect(screen.getByText(/signs in at the service.* Nobody enters anything/)).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Models' }))
    expect(signIn()).toBe('API key')
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
