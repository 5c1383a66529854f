import { changesOf, type Change } from '@/lib/plugin/changes'
import { checkPlugin } from '@/lib/plugin/check'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { packPlugin } from '@/lib/plugin/package/pack'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { paddedToolPlugins } from './corpus-padded'
import { spread, type Figure } from './figure'
import { signInAsGuest } from './session'

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** A comment line more in the manifest: every entry but one is what it was. */
function edited(files: Files, round: number): Files {
  return writeFile(files, 'manifest.yaml', `${textOf(files, 'manifest.yaml') ?? ''}\n# ${round}\n`)
}

/** Check and pack of each tool plugin in this process: the first time, and again after one edit. */
export async function packInProcess(): Promise<Figure[]> {
  const first: number[] = []
  const again: number[] = []
  const pack = (files: Files) => {
    checkPlugin(packedFiles(files))
    return packPlugin(files)
  }
  const plugins = paddedToolPlugins()
  for (const { files } of plugins.slice(0, 5)) await pack(writeFile(files, 'warm-up.txt', 'x'))
  for (const { files } of plugins) {
    first.push(await timed(() => pack(files)))
    again.push(await timed(() => pack(edited(files, 1))))
  }
  return [...spread('pack in process, first', first, 'ms'), ...spread('pack in process, after one edit', again, 'ms')]
}

/** The same through the HTTP route of a running app. */
export async function packByRoute(base: string): Promise<Figure[]> {
  const first: number[] = []
  const again: number[] = []
  for (const { files } of paddedToolPlugins()) {
    // A guest for each: there is a limit to what one account may fetch in a minute.
    const headers = await signInAsGuest(base)
    const post = (url: string, body: unknown) => postJson(url, headers, body)
    const { id } = await post(`${base}/api/projects`, { files: changesOf(files) })
    const { revision } = await (await fetch(`${base}/api/projects/${id}/files`, { headers })).json()
    const download = async () => {
      const response = await fetch(`${base}/api/projects/${id}/package`, { headers })
      const body = await response.arrayBuffer()
      if (response.status !== 200)
        throw new Error(
          `The package route answered ${response.status}: ${new TextDecoder().decode(body).slice(0, 400)}`,
        )
    }
    first.push(await timed(download))
    const change: Change = { path: 'manifest.yaml', text: `${textOf(files, 'manifest.yaml') ?? ''}\n# 1\n` }
    await post(`${base}/api/projects/${id}/revisions`, { base: revision, changes: [change] })
    again.push(await timed(download))
  }
  return [
    ...spread('pack by the route, first', first, 'ms'),
    ...spread('pack by the route, after one edit', again, 'ms'),
  ]
}

async function postJson(url: string, headers: Record<string, string>, body: unknown): Promise<{ id: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
