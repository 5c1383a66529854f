import { describe, expect, test } from 'vitest'
import { givenByChoice, givenByDrop, leftSentence, mostFiles, staysBehind } from './dropped-files'

interface Node {
  [name: string]: Node | string
}

/** A dropped folder as Chromium describes it: its reader gives at most two entries at once, then an empty list. */
function entry(name: string, content: Node | string): FileSystemEntry {
  if (typeof content === 'string') {
    const file = {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(new File([content], name)),
    }
    return file as unknown as FileSystemEntry
  }
  const children = Object.entries(content).map(([child, inner]) => entry(child, inner))
  const folder = {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let next = 0
      return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(children.slice(next, (next += 2))) }
    },
  }
  return folder as unknown as FileSystemEntry
}

function drop(...entries: FileSystemEntry[]): DataTransfer {
  const items = entries.map((one) => ({ kind: 'file', webkitGetAsEntry: () => one }))
  return { items: [...items, { kind: 'string', webkitGetAsEntry: () => null }], files: [] } as unknown as DataTransfer
}

describe('a drop', () => {
  test('of a package is that one file', async () => {
    const given = await givenByDrop(drop(entry('weather.difypkg', 'PK')))
    expect(given).toMatchObject({ name: 'weather.difypkg', folder: false, files: [{ path: 'weather.difypkg' }] })
  })

  test('of a folder is all its files, however many its reader gives at once', async () => {
    const tools = { 'a.yaml': '', 'b.yaml': '', 'c.yaml': '', 'd.yaml': '', 'e.yaml': '' }
    const given = await givenByDrop(drop(entry('weather', { 'manifest.yaml': '', tools })))
    expect(given).toMatchObject({ name: 'weather', folder: true })
    expect(given?.files.map(({ path }) => path)).toEqual([
      'weather/manifest.yaml',
      ...Object.keys(tools).map((name) => `weather/tools/${name}`),
    ])
  })

  test('leaves behind what belongs to the machine', async () => {
    const folder = entry('weather', {
      '.git': { HEAD: 'x' },
      '.venv': { lib: {} },
      'manifest.yaml': '',
      tools: { __pycache__: { 'a.pyc': '' } },
    })
    const given = await givenByDrop(drop(folder))
    expect(given?.files.map(({ path }) => path)).toEqual(['weather/manifest.yaml'])
  })

  test('leaves secrets behind, but not the sample of them, and knows what it left', async () => {
    const folder = entry('weather', {
      '.env': 'KEY=x',
      '.env.local': 'KEY=y',
      '.env.example': 'KEY=',
      '.git': { HEAD: 'x' },
      a: { __pycache__: { x: '' } },
      b: { __pycache__: { x: '' } },
      'manifest.yaml': '',
    })
    const given = await givenByDrop(drop(folder))
    expect(given?.files.map(({ path }) => path)).toEqual(['weather/.env.example', 'weather/manifest.yaml'])
    expect(given?.left).toEqual(['.env', '.env.local', '.git', '__pycache__'])
  })

  test('is read no further than a plugin may reach', async () => {
    const many = Object.fromEntries(Array.from({ length: mostFiles + 50 }, (_, index) => [`f${index}`, '']))
    const given = await givenByDrop(drop(entry('weather', many)))
    expect(given?.files.length).toBe(mostFiles + 1)
  })

  test('of several files is a folder without a name', async () => {
    const given = await givenByDrop(drop(entry('manifest.yaml', ''), entry('main.py', '')))
    expect(given).toMatchObject({ name: '2 files', folder: true })
  })

  test('of nothing is nothing', async () => {
    expect(await givenByDrop(drop())).toBeUndefined()
  })
})

describe('a choice', () => {
  test('of a folder keeps the paths below it', () => {
    const file = new File([''], 'a.yaml')
    Object.defineProperty(file, 'webkitRelativePath', { value: 'weather/tools/a.yaml' })
    expect(givenByChoice([file])).toMatchObject({
      name: 'weather',
      folder: true,
      files: [{ path: 'weather/tools/a.yaml' }],
    })
  })

  test('of one file is that file', () => {
    expect(givenByChoice([new File([''], 'a.zip')])).toMatchObject({ name: 'a.zip', folder: false })
  })

  test('that was cancelled is nothing', () => {
    expect(givenByChoice([])).toBeUndefined()
  })
})

test('a file may be called like a folder that stays behind only in part', () => {
  expect(staysBehind('venv_notes.md')).toBeUndefined()
  expect(staysBehind('a/venv/b')).toBe('venv')
})

test('what stayed behind is one sentence', () => {
  expect(leftSentence([])).toBeUndefined()
  expect(leftSentence(['.env'])).toBe(
    'Left behind: .env. Secrets and caches of your machine are no part of the plugin.',
  )
  expect(leftSentence(['.env', '.git', '.venv', 'a', 'b', 'c'])).toBe(
    'Left behind: .env, .git, .venv, a and 2 more. Secrets and caches of your machine are no part of the plugin.',
  )
})
