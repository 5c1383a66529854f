import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { openPlugin } from './open-plugin'

const oneFile = (name: string, content: BlobPart) => ({
  name,
  folder: false,
  left: [],
  files: [{ path: name, file: new File([content], name) }],
})

async function zipOf(files: Record<string, string>): Promise<ArrayBuffer> {
  const zip = new JSZip()
  for (const [path, text] of Object.entries(files)) zip.file(path, text, { createFolders: false })
  return zip.generateAsync({ type: 'arraybuffer' })
}

describe('opening an archive', () => {
  test('reads a package here, text as text and bytes as bytes', async () => {
    const bytes = await zipOf({ 'manifest.yaml': 'name: weather\n', '_assets/icon.bin': 'a\0b' })
    expect(await openPlugin(oneFile('weather.difypkg', bytes))).toEqual({
      ok: true,
      files: new Map<string, unknown>([
        ['manifest.yaml', 'name: weather\n'],
        ['_assets/icon.bin', new Uint8Array([97, 0, 98])],
      ]),
    })
  })

  test('finds the plugin in the one folder of a zip', async () => {
    const bytes = await zipOf({ 'weather-main/manifest.yaml': 'name: weather\n' })
    expect(await openPlugin(oneFile('weather.zip', bytes))).toEqual({
      ok: true,
      files: new Map([['manifest.yaml', 'name: weather\n']]),
    })
  })

  test('refuses another sort of file with a sentence', async () => {
    expect(await openPlugin(oneFile('notes.txt', 'hello'))).toEqual({
      ok: false,
      reason: 'Choose a .difypkg, a .zip or a folder: notes.txt is no zip archive.',
    })
  })

  test('refuses a broken archive with a sentence', async () => {
    const bytes = new Uint8Array(await zipOf({ 'manifest.yaml': 'name: weather\n' })).slice(0, 40)
    const opened = await openPlugin(oneFile('cut.zip', bytes))
    expect(opened.ok).toBe(false)
    expect(opened.ok ? '' : opened.reason).toMatch(/^cut\.zip cannot be opened\. [A-Z].*\.$/)
  })

  test('refuses an empty file and an archive without a plugin', async () => {
    expect(await openPlugin(oneFile('empty.zip', ''))).toMatchObject({ ok: false })
    expect(await openPlugin(oneFile('site.zip', await zipOf({ 'index.html': '' })))).toEqual({
      ok: false,
      reason: 'Choose a plugin: site.zip has no manifest.yaml, so it is no Dify plugin.',
    })
  })
})

describe('opening a folder', () => {
  test('takes its files with paths below it', async () => {
    const files = ['weather/manifest.yaml', 'weather/main.py'].map((path) => ({ path, file: new File([path], 'x') }))
    expect(await openPlugin({ name: 'weather', folder: true, left: [], files })).toEqual({
      ok: true,
      files: new Map([
        ['manifest.yaml', 'weather/manifest.yaml'],
        ['main.py', 'weather/main.py'],
      ]),
    })
  })

  test('refuses one that is far too large before it reads it', async () => {
    const file = new File(['x'], 'x')
    Object.defineProperty(file, 'size', { value: 60 * 1024 * 1024 })
    expect(await openPlugin({ name: 'home', folder: true, left: [], files: [{ path: 'home/x', file }] })).toEqual({
      ok: false,
      reason: 'Choose a smaller folder: home has 60.0 MiB, a plugin has 50 MiB at most.',
    })
  })

  test('refuses an empty one', async () => {
    expect(await openPlugin({ name: 'empty', folder: true, left: [], files: [] })).toEqual({
      ok: false,
      reason: 'Choose another folder: empty has no files.',
    })
  })
})
