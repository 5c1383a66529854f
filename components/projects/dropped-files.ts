/** Files as the browser gives them: their path below what was dropped or chosen, and how to read them. */
export interface GivenFile {
  path: string
  file: File
}

export interface Given {
  /** What was dropped, for sentences: "weather.difypkg", "weather". */
  name: string
  folder: boolean
  files: GivenFile[]
}

/** Folders and files that belong to a machine and not to a plugin; a folder with them may hold a hundred thousand files. */
const left = new Set([
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

/** True when this path of a dropped folder stays behind. */
export function staysBehind(path: string): boolean {
  return path.split('/').some((part) => left.has(part))
}

/** What a drop carries. Must be called inside the drop event: afterwards the browser has forgotten it. */
export async function givenByDrop(data: DataTransfer): Promise<Given | undefined> {
  const entries = [...data.items]
    .map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
    .filter((entry) => entry !== null)
  if (entries.length === 0) return givenByChoice([...data.files])
  const files: GivenFile[] = []
  for (const entry of entries) await walk(entry, '', files)
  const [first] = entries
  if (!first) return undefined
  const name = entries.length === 1 ? first.name : `${entries.length} files`
  return { name, folder: entries.length > 1 || first.isDirectory, files }
}

/** What a file field carries: one file, or a folder with relative paths. */
export function givenByChoice(chosen: readonly File[]): Given | undefined {
  const [first] = chosen
  if (!first) return undefined
  const files = chosen
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !staysBehind(path))
  const folder = Boolean(first.webkitRelativePath) || chosen.length > 1
  const name = first.webkitRelativePath
    ? (first.webkitRelativePath.split('/')[0] ?? first.name)
    : chosen.length > 1
      ? `${chosen.length} files`
      : first.name
  return { name, folder, files }
}

async function walk(entry: FileSystemEntry, below: string, files: GivenFile[]): Promise<void> {
  const path = below ? `${below}/${entry.name}` : entry.name
  if (staysBehind(path)) return
  if (isFile(entry)) {
    files.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  // A reader gives at most a hundred entries at once; an empty list is the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const child of some) await walk(child, path, files)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
