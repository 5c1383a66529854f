import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { LeftWorkHere } from '@/components/projects/left-work-here'
import type { Files } from '@/lib/plugin/files'
import type { JournalEntry } from './journal'
import { writeLastWords } from './last-words'
// loaded beforehand: a slow machine takes longer than a query waits
import { LeftWork } from './left-work'

const taken: Files[] = []
let address = '/projects/p1'
let entries: JournalEntry[] = []
let refused: string | undefined
const dropEntry = async (projectId: string, tab: string) => {
  if (tab === refused) throw new Error('The disk is full.')
  entries = entries.filter((entry) => entry.projectId !== projectId || entry.tab !== tab)
}
vi.mock('next/navigation', () => ({ usePathname: () => address }))
vi.mock('./download-unsaved', () => ({ downloadUnsaved: async (files: Files) => void taken.push(files) }))
vi.mock('./journal', async (original) => ({
  ...(await original<object>()),
  dropEntry: (projectId: string, tab: string) => dropEntry(projectId, tab),
  leftBehind: async (projectId: string) => entries.filter((entry) => entry.projectId === projectId),
}))

afterEach(() => {
  cleanup()
  localStorage.clear()
  taken.length = 0
  refused = undefined
})

const entry = (tab: string, text: string): JournalEntry => ({
  projectId: 'p1',
  tab,
  base: 'r1',
  changes: [{ path: 'a.txt', text }],
  readable: [],
  at: Number(tab),
})

async function discard(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }))
}

test('a plugin that is not found any more gives what this browser kept of it, nothing of two visits lost', async () => {
  entries = [entry('1', 'one'), entry('2', 'two')]
  render(<LeftWorkHere />)
  await userEvent.click(await screen.findByRole('button', { name: 'Download what was not saved' }))
  expect(taken).toEqual([
    new Map([
      ['a.txt', 'one'],
      ['a.mine.txt', 'two'],
    ]),
  ])
})

test('it is discarded when that is meant, and not before', async () => {
  entries = [entry('1', 'one'), entry('2', 'two')]
  render(<LeftWorkHere />)
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Keep it' }))
  expect(entries).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }))
  expect((await screen.findByRole('dialog')).textContent).toContain('a.txt, a.mine.txt')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
  expect(entries).toEqual([])
})

test('what cannot be discarded stays whole, the reason is said, and it goes the next time', async () => {
  entries = [entry('1', 'one'), { ...entry('2', 'two'), changes: [{ path: 'b.txt', text: 'tw' }] }]
  writeLastWords({ ...entry('2', 'two'), changes: [{ path: 'b.txt', text: 'two' }] })
  refused = '2'
  render(<LeftWorkHere />)
  await discard()
  expect(await screen.findByText('It is still here: The disk is full.')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Download what was not saved' }))
  expect(taken).toEqual([new Map([['b.txt', 'two']])])
  cleanup()
  render(<LeftWorkHere />)
  await userEvent.click(await screen.findByRole('button', { name: 'Download what was not saved' }))
  expect(taken[1]).toEqual(taken[0])
  refused = undefined
  await discard()
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
  expect(localStorage).toHaveLength(0)
})

test('of somebody else it is told, and that of the person is left alone', async () => {
  entries = [
    { ...entry('1', 'one'), user: 'me' },
    { ...entry('2', 'two'), user: 'ben' },
  ]
  render(<LeftWork projectId="p1" othersThan={['me']} why="Somebody else left it." />)
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  expect((await screen.findByRole('dialog')).textContent).toContain('the work of somebody else')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
  expect(entries.map(({ user }) => user)).toEqual(['me'])
})

test.each(['/projects/p2', '/nowhere'])('at %s, of which nothing is kept, nothing is said', async (path) => {
  address = path
  const { container } = render(<LeftWorkHere />)
  await new Promise((done) => setTimeout(done, 100))
  expect(container.textContent).toBe('')
})
