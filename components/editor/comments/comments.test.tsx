import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Files } from '@/lib/plugin/files'
import { tellListeners } from '../live/heard'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { CommentMarks } from './comment-marks'
import CommentsPane from './comments-pane'
import { commentQueries, openThread, placeHere } from './known-threads'
import type { Thread, Threads } from './threads'
import { WriteComment } from './write-comment'

vi.mock('next/navigation', () => ({ useParams: () => ({ projectId: 'p1' }) }))

const manifest = 'name: demo\nlabel:\n  en_US: Demo\nversion: 0.0.1\n'
const comment = { id: 'c1', author: { id: 'ada', name: 'Ada' }, text: 'Shorter?', createdAt: '2026-01-01T00:00:00Z' }
const thread = (id: string, at: { field: string[] } | { line: number }, more: Partial<Thread> = {}): Thread => ({
  id,
  file: 'manifest.yaml',
  place: { lines: 1, changed: false, ...('field' in at ? { line: 1, ...at } : at) },
  quote: '',
  comments: [{ ...comment, id: `c-${id}` }],
  ...more,
})

let threads: Thread[]
let refuses: string | undefined
const asked: string[] = []

beforeEach(() => {
  threads = [thread('t1', { field: ['label'] })]
  refuses = undefined
  asked.length = 0
  commentQueries.clear()
  localStorage.clear()
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${url}`)
    if (url.endsWith('/mentions')) return Response.json({ people: [] })
    if (method === 'GET')
      return Response.json({ revision: 'r1', threads, you: { id: 'me', mayComment: true, mayRemove: true } })
    return refuses === undefined
      ? Response.json({ id: 'new' }, { status: 201 })
      : Response.json({ error: { message: refuses } }, { status: 422 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(at: string[] = [], self = ['me']) {
  const files: Files = new Map([['manifest.yaml', manifest]])
  const store = createStore({
    files,
    revision: 'r1',
    self,
    place: { file: 'manifest.yaml', code: 'manifest.yaml', at },
  })
  const ui = createUi()
  const view = (rows: readonly string[], pane = false) => (
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <main>
          {rows.map((row) => (
            <div key={row} data-field={row}>
              <label>{row}</label>
            </div>
          ))}
        </main>
        <CommentMarks />
        {pane && <CommentsPane />}
      </UiProvider>
    </StoreProvider>
  )
  return { store, ui, view }
}

const reads = () => asked.filter((each) => each === 'GET /api/projects/p1/threads').length

describe('a mark', () => {
  test('stands at its field with the number of comments, follows the form, and opens the thread', async () => {
    const { ui, view } = open()
    const { rerender } = render(view(['name', 'label']))
    const mark = await screen.findByRole('button', { name: '1 comment on label' })
    expect(mark.closest('[data-field]')?.getAttribute('data-field')).toBe('label')
    await userEvent.click(mark)
    expect(ui.get()).toMatchObject({ bottom: 'comments', thread: 't1' })
    rerender(view(['name']))
    await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull())
    rerender(view(['name', 'label']))
    await screen.findByRole('button', { name: '1 comment on label' })
  })

  test('stands at the field around one that is not drawn, and at none that was resolved', async () => {
    threads = [
      thread('t1', { field: ['label', 'en_US'] }),
      thread('t2', { field: ['name'] }, { resolved: { at: comment.createdAt } }),
    ]
    render(open().view(['name', 'label']))
    await screen.findByRole('button', { name: '1 comment on label' })
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })

  test('comes when somebody says something, and saves ask for nothing', async () => {
    threads = []
    const { store, view } = open()
    render(view(['label']))
    await vi.waitFor(() => expect(reads()).toBe(1))
    act(() => store.absorb(store.get().files, { revision: 'r2', files: store.get().files }))
    act(() => tellListeners({ kind: 'head', projectId: 'p1', revision: 'r2', role: 'edit' }))
    expect(reads()).toBe(1)
    threads = [thread('t1', { field: ['label'] })]
    act(() => tellListeners({ kind: 'comments', projectId: 'p1' }))
    await screen.findByRole('button', { name: '1 comment on label' })
  })
})

test('a place is followed from the files that the server spoke of, also when others came first', () => {
  const answer: Threads = {
    revision: 'r2',
    threads: [thread('t1', { line: 2 })],
    you: { id: 'me', mayComment: true, mayRemove: false },
  }
  const [line] = answer.threads
  if (!line) throw new Error('there is a thread')
  const files = (text: string): Files => new Map([['manifest.yaml', text]])
  const [old, now] = [files('a\nb\n'), files('new\na\nb\n')]
  const at = (revision: string, saved: Files, here: Files) =>
    placeHere(line, answer, { files: here, saved: { revision, files: saved } })?.line
  expect(at('r1', old, old)).toBe(2)
  expect(at('r2', now, now)).toBe(2)
  expect(at('r3', files('x\nnew\na\nb\n'), files('x\nnew\na\nb\n'))).toBe(3)
})

describe('the comments', () => {
  test('keep what is being written at the place that it was begun at', async () => {
    const { store, view } = open(['label'])
    render(view([], true))
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Comment on Demo, Label' }), 'Is this right?')
    act(() => store.select({ at: ['version'] }))
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment on Demo, Label' })
    expect(field.value).toBe('Is this right?')
    await user.click(screen.getByRole('button', { name: /^On .*Version instead$/ }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Comment on .*Version$/ }).value).toBe(
      'Is this right?',
    )
  })

  test('keep what was typed and not sent while they are away, each at its own, and for nobody else', async () => {
    const { store, view } = open(['label'])
    const { rerender } = render(view([], true))
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Answer on Demo, Label' }), 'Half an answer')
    await user.type(screen.getByRole('textbox', { name: 'Comment on Demo, Label' }), 'Half a comment')
    rerender(view([], false))
    act(() => store.select({ at: ['version'] }))
    rerender(view([], true))
    const text = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value
    await screen.findByRole('textbox', { name: 'Answer on Demo, Label' })
    expect([text('Answer on Demo, Label'), text('Comment on Demo, Label')]).toEqual([
      'Half an answer',
      'Half a comment',
    ])
    cleanup()
    render(open(['label'], ['ben']).view([], true))
    await screen.findByRole('textbox', { name: 'Answer on Demo, Label' })
    expect([text('Answer on Demo, Label'), text('Comment on Demo, Label')]).toEqual(['', ''])
  })

  test('begin at the chosen field where the place that was kept cannot be read', async () => {
    localStorage.setItem('plugwright.comment.p1.me.new place', '{"file"')
    render(open(['label']).view([], true))
    expect(await screen.findByRole('textbox', { name: 'Comment on Demo, Label' })).toBeDefined()
  })

  test('forget what was sent, and an edit that was given up', async () => {
    threads = [thread('t1', { field: ['label'] }, { comments: [{ ...comment, author: { id: 'me', name: 'Me' } }] })]
    const { view } = open(['label'])
    const { rerender } = render(view([], true))
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Answer on Demo, Label' }), 'All of it')
    await user.click(screen.getByRole('button', { name: 'Answer' }))
    await user.click(screen.getByRole('button', { name: 'Edit the comment' }))
    await user.type(screen.getByRole('textbox', { name: 'Edit the comment' }), ' No.')
    rerender(view([], false))
    rerender(view([], true))
    await user.click(await screen.findByRole('button', { name: 'Edit the comment' }))
    const edit = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit the comment' })
    expect(edit.value).toBe('Shorter? No.')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(localStorage).toHaveLength(0)
  })

  test('give the focus to the thread that is gone to, a resolved one too', async () => {
    threads = [thread('t1', { field: ['label'] }), thread('t2', { line: 1 }, { resolved: { at: comment.createdAt } })]
    const { ui, view } = open()
    render(view([], true))
    await screen.findByText('Shorter?')
    act(() => openThread(ui, 't2'))
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('thread-t2'))
    act(() => openThread(ui, 't1'))
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('thread-t1'))
    expect(ui.get().thread).toBeUndefined()
  })

  test('say what did not work, and ask before they remove', async () => {
    refuses = 'Somebody resolved it already.'
    render(open().view([], true))
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Resolve' }))
    await screen.findByText('Somebody resolved it already.')
    await user.click(screen.getByRole('button', { name: 'Remove the comment of Ada' }))
    expect(asked.some((each) => each.startsWith('DELETE /api/projects/p1/comments'))).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(asked.at(-1)).toBe('DELETE /api/projects/p1/comments/c-t1')
  })
})

test('what is typed while a comment is being sent stays', async () => {
  let sent = () => {}
  const onSend = () => new Promise<void>((done) => (sent = done))
  render(
    <StoreProvider value={open().store}>
      <WriteComment draft="sent" label="Say" verb="Send" people={[]} onSend={onSend} />
    </StoreProvider>,
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Say' })
  await userEvent.type(field, 'First.')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await userEvent.type(field, ' Second.')
  await act(async () => sent())
  expect(field.value).toBe('First. Second.')
})
