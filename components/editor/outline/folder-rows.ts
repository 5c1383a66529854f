export interface FolderRow {
  readonly path: string
  readonly name: string
  /** From 1. */
  readonly level: number
  readonly folder: boolean
}

/** Paths as the rows of a tree, folders first, without what closed folders hold. */
export function folderRows(paths: readonly string[], closed: ReadonlySet<string>, folder = '', level = 1): FolderRow[] {
  const inside = paths.filter((path) => path.startsWith(folder))
  const folders = new Set(
    inside.flatMap((path) =>
      path.indexOf('/', folder.length) > 0 ? [path.slice(0, path.indexOf('/', folder.length))] : [],
    ),
  )
  const files = inside.filter((path) => path !== '' && !path.slice(folder.length).includes('/'))
  return [
    ...[...folders]
      .sort()
      .flatMap((path): FolderRow[] => [
        { path, name: path.slice(folder.length), level, folder: true },
        ...(closed.has(path) ? [] : folderRows(inside, closed, `${path}/`, level + 1)),
      ]),
    ...[...files].sort().map((path): FolderRow => ({ path, name: path.slice(folder.length), level, folder: false })),
  ]
}
