import { limitProblem, pathProblem, projectLimits } from '@/lib/plugin/changes'
import { freeName, partsOf } from '@/lib/plugin/edit/names'
import { contentFromBytes, writeFile, type Files } from '@/lib/plugin/files'

/** The files with what was uploaded, and the path that each got; or one sentence that says why nothing was taken. */
export type Uploaded =
  | { readonly ok: true; readonly files: Files; readonly paths: readonly string[] }
  | { readonly ok: false; readonly reason: string }

/** Adds files under the wanted paths, or under the next free ones: none that is there is ever replaced. */
export function withUploads(files: Files, wanted: readonly (readonly [path: string, bytes: Uint8Array])[]): Uploaded {
  let result = files
  const paths: string[] = []
  for (const [path, bytes] of wanted) {
    const problem = pathProblem(path)
    if (problem) return { ok: false, reason: `“${path}” cannot be added. ${problem}` }
    const free = freePath(result, path)
    result = writeFile(result, free, contentFromBytes(bytes))
    paths.push(free)
  }
  const problem = limitProblem(result)
  return problem ? { ok: false, reason: `Nothing was added. ${problem}` } : { ok: true, files: result, paths }
}

/** Why files of this size are not even read, as one sentence; undefined when they are. */
export function uploadSizeProblem(sizes: readonly number[]): string | undefined {
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return bytes > projectLimits.bytes
    ? 'Nothing was added. Choose smaller files: a plugin holds 50 MiB at most.'
    : undefined
}

function freePath(files: Files, path: string): string {
  const taken = new Set<string>()
  for (const each of files.keys()) {
    const parts = each.toLowerCase().split('/')
    // A folder takes its name too: no disk holds a file and a folder of one name.
    for (let count = 1; count <= parts.length; count += 1) taken.add(parts.slice(0, count).join('/'))
  }
  const { folder, stem, extension } = partsOf(path)
  return `${freeName(`${folder}${stem}`, (name) => taken.has(`${name}${extension}`.toLowerCase()))}${extension}`
}
