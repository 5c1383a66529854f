import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ToastHost } from '@/components/ui/toast-host'
import { Home, type HomeProps } from './home'

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }))
vi.mock('next/navigation', () => ({ useRouter: () => router }))

const startProject = vi.hoisted(() => vi.fn())
vi.mock('./start-project', () => ({ startProject }))

const kinds = [
  { id: 'tool', title: 'Tools', summary: 'Actions an agent can call', icon: 'wrench', alone: false },
  { id: 'endpoint', title: 'Endpoints', summary: 'Web addresses', icon: 'webhook', alone: false },
]
const weather = {
  id: 'p1',
  author: 'saltmarsh',
  name: 'nimbra_weather',
  version: '0.2.0',
  label: 'Nimbra Weather',
  description: 'Forecasts and stations.',
  counts: [{ noun: 'tool', count: 2 }],
  updatedAt: '2026-11-26T13:56:00Z',
}

function draw(props: Partial<HomeProps> = {}) {
  const actions = { deleteProject: vi.fn(async () => true), restoreProject: vi.fn(async () => true) }
  render(
    <>
      <Home projects={[]} kinds={kinds} daysKept={30} now="2026-11-26T14:00:00Z" actions={actions} {...props} />
      <ToastHost />
    </>,
  )
  return actions
}

/** What is watched, each with what tells that it came near. */
const comesNear = new Map<Element, () => void>()
vi.stubGlobal(
  'IntersectionObserver',
  class {
    tell
    constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
      this.tell = tell
    }
    observe(target: Element) {
      comesNear.set(target, () => this.tell([{ target, isIntersecting: true }]))
    }
    unobserve() {}
    disconnect() {}
  },
)

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

function dropFile(name: string, content: string) {
  const file = new File([content], name)
  const dataTransfer = { types: ['Files'], items: [], files: [file] }
  fireEvent.dragOver(window, { dataTransfer })
  expect(screen.getByText('Drop to open the plugin')).toBeDefined()
  fireEvent.drop(window, { dataTransfer })
}

describe('Home', () => {
  test('offers a first-time visitor every kind, and to sign in', () => {
    draw()
    expect(screen.getByRole('heading', { level: 1, name: 'Plugins' })).toBeDefined()
    expect(screen.getByRole('heading', { name: 'No plugins yet' })).toBeDefined()
    expect(screen.getByRole('link', { name: 'Endpoints' }).getAttribute('href')).toBe('/new?kind=endpoint')
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in')
  })

  test('shows what a card needs: name, identifier, description, counts and time', () => {
    draw({ person: { name: 'Ada', guest: false }, projects: [weather] })
    expect(screen.getByRole('link', { name: 'Nimbra Weather' }).getAttribute('href')).toBe('/projects/p1')
    for (const text of ['saltmarsh/nimbra_weather 0.2.0', 'Forecasts and stations.', '2 tools']) {
      expect(screen.getByText(text)).toBeDefined()
    }
  })

  test('of very many draws those at the top, and of the others their titles until they are scrolled to', () => {
    const projects = Array.from({ length: 40 }, (_, index) => ({
      ...weather,
      id: `p${index}`,
      label: `Number ${index}`,
    }))
    draw({ person: { name: 'Ada', guest: false }, projects })
    expect(screen.getByRole('link', { name: 'Number 39' }).getAttribute('href')).toBe('/projects/p39')
    expect(screen.getByRole('button', { name: 'More for Number 0' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'More for Number 39' })).toBeNull()
    act(() => comesNear.get(screen.getByRole('link', { name: 'Number 39' }).closest('article')!)?.())
    expect(screen.getByRole('button', { name: 'More for Number 39' })).toBeDefined()
  })

  test('tells a guest with plugins how to keep them', () => {
    draw({ person: { name: 'Guest', guest: true }, projects: [weather] })
    expect(screen.getByRole('heading', { name: 'You work as a guest' })).toBeDefined()
  })

  test('deletes at once and brings back by Undo', async () => {
    const actions = draw({ person: { name: 'Ada', guest: false }, projects: [weather] })
    await userEvent.click(screen.getByRole('button', { name: 'More for Nimbra Weather' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete plugin' }))
    expect(screen.queryByRole('link', { name: 'Nimbra Weather' })).toBeNull()
    expect(actions.deleteProject).toHaveBeenCalledWith('p1')
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(actions.restoreProject).toHaveBeenCalledWith('p1')
    expect(await screen.findByRole('link', { name: 'Nimbra Weather' })).toBeDefined()
  })

  test('offers what was deleted for as long as it can be put back, and says where that failed', async () => {
    const deleted = [{ id: 'p2', label: 'Tide Table', deletedAt: '2026-11-20T14:00:00Z' }]
    const actions = draw({ person: { name: 'Ada', guest: false }, deleted })
    await userEvent.click(screen.getByText('Deleted plugins'))
    expect(screen.getByText(/can be put back for 30 days/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Put back Tide Table' }))
    expect(actions.restoreProject).toHaveBeenCalledWith('p2')
    await waitFor(() => expect(router.refresh).toHaveBeenCalled())
    actions.restoreProject.mockResolvedValue(false)
    await userEvent.click(screen.getByRole('button', { name: 'Put back Tide Table' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Tide Table could not be put back.')
  })

  test('keeps a card whose deletion failed and says so', async () => {
    const deleteProject = vi.fn(async () => false)
    draw({
      person: { name: 'Ada', guest: false },
      projects: [weather],
      actions: { deleteProject, restoreProject: async () => true },
    })
    await userEvent.click(screen.getByRole('button', { name: 'More for Nimbra Weather' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete plugin' }))
    expect(await screen.findByRole('alert')).toHaveProperty(
      'textContent',
      expect.stringContaining('Nimbra Weather was not deleted.'),
    )
    expect(screen.getByRole('link', { name: 'Nimbra Weather' })).toBeDefined()
  })

  test('says inline why a dropped file is no plugin', async () => {
    draw()
    dropFile('notes.txt', 'hello')
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Choose a .difypkg, a .zip or a folder: notes.txt is no zip archive.',
    )
    expect(startProject).not.toHaveBeenCalled()
  })

  test('makes a project of a chosen folder and goes to its editor', async () => {
    startProject.mockResolvedValue({ ok: true, id: 'p9' })
    draw()
    const file = new File(['name: weather\n'], 'manifest.yaml')
    Object.defineProperty(file, 'webkitRelativePath', { value: 'weather/manifest.yaml' })
    fireEvent.change(screen.getByLabelText('Folder of a plugin'), { target: { files: [file] } })
    await waitFor(() => expect(router.push).toHaveBeenCalledWith('/projects/p9'))
    expect(startProject).toHaveBeenCalledWith(new Map([['manifest.yaml', 'name: weather\n']]), false)
  })
})

test.each([
  [{ errors: 2, publish: 1 }, '2 block install'],
  [{ errors: 0, publish: 1 }, '1 blocks publishing'],
  [{ errors: 0, publish: 0 }, 'Ready to publish'],
])('the verdict %o comes to its card after the page: %s', async (found, words) => {
  let tell: (verdict: typeof found) => void = () => {}
  const verdict = new Promise<typeof found>((done) => (tell = done))
  await act(async () => void draw({ projects: [{ ...weather, verdict }] }))
  expect(screen.getByRole('heading', { name: 'Nimbra Weather' })).toBeDefined()
  expect(screen.queryByText(words)).toBeNull()
  await act(async () => tell(found))
  expect(screen.getByText(words)).toBeDefined()
})

test('a plugin with an icon for the dark theme has both pictures', () => {
  draw({ projects: [{ ...weather, iconUrl: '/light', darkIconUrl: '/dark' }] })
  const pictures = [...document.querySelectorAll('article img')].map((picture) => picture.getAttribute('src'))
  expect(pictures).toEqual(['/light', '/dark'])
})
