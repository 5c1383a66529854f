import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createStore } from '../store/store'
import { StoreProvider } from '../store/use-editor'
import { MarkdownPreview } from './markdown-preview'

afterEach(cleanup)

function show(text: string) {
  const files = new Map<string, string | Uint8Array>([
    ['docs/README.md', text],
    ['_assets/icon.png', Uint8Array.of(137, 80)],
  ])
  const store = createStore({
    files,
    revision: 'r1',
    place: { file: 'docs/README.md', code: 'docs/README.md', at: [] },
  })
  render(
    <StoreProvider value={store}>
      <MarkdownPreview path="docs/README.md" />
    </StoreProvider>,
  )
  return screen.getByRole('article')
}

test('a picture stays the same element while the text around it is typed', async () => {
  const files = new Map<string, string | Uint8Array>([
    ['README.md', 'one ![Icon](icon.png)\n'],
    ['icon.png', Uint8Array.of(137, 80)],
  ])
  const store = createStore({ files, revision: 'r1', place: { file: 'README.md', code: 'README.md', at: [] } })
  render(
    <StoreProvider value={store}>
      <MarkdownPreview path="README.md" />
    </StoreProvider>,
  )
  const picture = screen.getByRole('img')
  act(() => void store.change('Type', (now) => new Map(now).set('README.md', 'two ![Icon](icon.png)\n')))
  await waitFor(() => expect(screen.getByRole('article').textContent).toContain('two'))
  expect(screen.getByRole('img')).toBe(picture)
})

test('headings, lists and tables are drawn below the page’s own headings', () => {
  show('# Weather\n\n| a | b |\n| - | - |\n| 1 | 2 |\n')
  expect(screen.getByRole('heading', { level: 3, name: 'Weather' })).toBeDefined()
  expect(screen.getByRole('table').textContent).toContain('1')
})

test('pictures come from the plugin, never from elsewhere', () => {
  const article = show('![Icon](../_assets/icon.png)\n\n![Badge](https://img.example/x.svg)\n')
  expect([...article.querySelectorAll('img')].map(({ src }) => src)).toEqual(['data:image/png;base64,iVA='])
  expect(article.textContent).toContain('Badge (not in the plugin')
})

test('HTML stands as text, and links lead only to the web and to mail', () => {
  const article = show('<script>alert(1)</script>\n\n[a](javascript:alert(1)) [b](https://a.example) [c](PRIVACY.md)\n')
  expect(article.querySelector('script')).toBeNull()
  expect([...article.querySelectorAll('a')].map((link) => [link.textContent, link.rel])).toEqual([
    ['b', 'noreferrer noopener'],
  ])
})
