import { isSecretFile } from '@/lib/plugin/project/secret-file'

/** Files as the browser gives them: their path below what was dropped or chosen, and how to read them. */
export interface GivenFile {
  path: string
  file: File
}

export interface Given {
  /** What was dropped, for sentences: "weather.difypkg", "weather". */
  name: string
  folder: boolean
  /** At most one more than a plugin may have: then the rest was not looked at. */
  files: GivenFile[]
  /** What of a folder stayed behind, by its name, each once: `.env`, `.git`. */
  left: readonly string[]
}

/** The most files of a plugin (lib/plugin/changes.ts, which would bring its parser into the first page). */
export const mostFiles = 5_000

/** Folders and files that belong to a machine and not to a plugin; a folder with them may hold a hundred thousand files. */
const ofMachine = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'node_modules',
  '__pycache__',
  '.DS_Store',
  '.idea',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  '__MACOSX',
])

/** The name in this path of a folder for which it stays behind: secrets, caches, what a machine installed. */
export function staysBehind(path: string): string | undefined {
  return path.split('/').find((part) => ofMachine.has(part) || isSecretFile(part))
}

/** What stayed behind, in a sentence; undefined where nothing did. */
export function leftSentence(left: readonly string[]): string | undefined {
  if (left.length === 0) return undefined
  const shown = left.length > 5 ? [...left.slice(0, 4), `${left.length - 4} more`] : left
  const names = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('')
  return `Left behind: ${names}. Secrets and caches of your machine are no part of the plugin.`
}

/** What a drop carries. Must be called inside the drop event: afterwards the browser has forgotten it. */
export async function givenByDrop(data: DataTransfer): Promise<Given | undefined> {
  const entries = [...data.items]
    .map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
    .filter((entry) => entry !== null)
  if (entries.length === 0) return givenByChoice([...data.files])
  const files: GivenFile[] = []
  const left = new Set<string>()
  for (const entry of entries) await walk(entry, '', files, left)
  const [first] = entries
  if (!first) return undefined
  const name = entries.length === 1 ? first.name : `${entries.length} files`
  return { name, folder: entries.length > 1 || first.isDirectory, files, left: [...left] }
}

/** What a file field carries: one file, or a folder with relative paths. */
export function givenByChoice(chosen: readonly File[]): Given | undefined {
  const [first] = chosen
  if (!first) return undefined
  const files: GivenFile[] = []
  const left = new Set<string>()
  for (const file of chosen) {
    const path = file.webkitRelativePath || file.name
    const behind = staysBehind(path)
    if (behind !== undefined) left.add(behind)
    else if (files.length <= mostFiles) files.push({ path, file })
  }
  const folder = Boolean(first.webkitRelativePath) || chosen.length > 1
  const name = first.webkitRelativePath
    ? (first.webkitRelativePath.split('/')[0] ?? first.name)
    : chosen.length > 1
      ? `${chosen.length} files`
      : first.name
  return { name, folder, files, left: [...left] }
}

async function walk(entry: FileSystemEntry, below: string, files: GivenFile[], left: Set<string>): Promise<void> {
  if (files.length > mostFiles) return
  const path = below ? `${below}/${entry.name}` : entry.name
  const behind = staysBehind(path)
  if (behind !== undefined) {
    left.add(behind)
    return
  }
  if (isFile(entry)) {
    files.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  // A reader gives at most a hundred entries at once; an empty list is the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0 || files.length > mostFiles) return
    for (const child of some) await walk(child, path, files, left)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
