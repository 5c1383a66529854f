import { manifestPath, type Files } from '../files'
import { fileStem } from '../python/names'

/** An item of a fresh plugin. */
export interface FreshItem {
  name: string
  /** Of its YAML. */
  path: string
  python: string
}

/** Items of these names in a folder, each name once; names that would make one file get a number there. */
export function freshItems(names: readonly string[], folder: string): FreshItem[] {
  const stems: string[] = []
  return [...new Set(names)].map((name) => {
    stems.push(fileStem(name, stems))
    const path = `${folder}/${stems.at(-1) ?? ''}.yaml`
    return { name, path, python: pythonOf(path) }
  })
}

/** The path of the Python that goes with a YAML. */
export function pythonOf(path: string): string {
  return path.replace(/\.yaml$/, '.py')
}

/** YAML files each with the Python beside it. A stub sees the files as they will be: a manifest that lists the root is enough for that. */
export function withPython(
  yaml: ReadonlyMap<string, string>,
  { section, root }: { section: string; root: string },
  stub: (files: Files, path: string) => string | undefined,
): Files {
  const seen = seenFiles(yaml, section, root)
  return new Map(
    [...yaml].flatMap(([path, text]) => {
      const python = stub(seen, path)
      return [[path, text] as const, ...(python === undefined ? [] : [[pythonOf(path), python] as const])]
    }),
  )
}

/** The files with a manifest that lists the root document. */
export function seenFiles(yaml: ReadonlyMap<string, string>, section: string, root: string): Files {
  return new Map([[manifestPath, `plugins:\n  ${section}:\n    - ${root}\n`], ...yaml])
}
