import { FileCode, FileText, SquarePen } from 'lucide-react'
import { outlineOf, type OutlineNode } from '@/lib/plugin/outline'
import { manifestPath, textOf } from '@/lib/plugin/files'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { documentsOf, documentTypeOf, readDocument } from '@/lib/plugin/references'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import { isRecord } from '@/lib/plugin/yaml/nodes'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { CommandContext, PaletteItem } from './commands'

/** So many documents are read for the names in their lists. */
const MOST_READ = 60

/**
 * Where one can go: the documents by the names they have in the outline, fields of the open one and of the manifest, what lists have by
 * name (parameters, credentials), and every file by its path.
 */
export function placesOf({ store, ui }: Pick<CommandContext, 'store' | 'ui'>): PaletteItem[] {
  const { files, place } = store.get()
  return [
    ...documents(outlineOf(files)),
    ...fields(place.file),
    ...(place.file === manifestPath ? [] : fields(manifestPath)),
    ...rows(),
    ...[...files.keys()].sort().map((path): PaletteItem => ({
      id: `file ${path}`,
      text: path,
      detail: 'File',
      icon: FileCode,
      run() {
        ui.set({ pane: 'file', fileFolded: false, inDify: false })
        store.open(path)
      },
    })),
  ]

  function documents(nodes: readonly OutlineNode[]): PaletteItem[] {
    return nodes.flatMap(({ id, title, name, file, section, type, children }) => {
      const below = documents(children)
      if (file === undefined || section !== undefined || type === 'items' || !files.has(file)) return below
      const run = () => {
        ui.set({ pane: 'form', reach: file })
        store.open(file)
      }
      return [{ id: `document ${id}`, text: name || title, detail: name ? title : '', icon: FileText, run }, ...below]
    })
  }

  function fields(file: string): PaletteItem[] {
    const type = documentTypeOf(files, file)
    if (!type) return []
    return type.form.flatMap((section) =>
      section.fields.flatMap((at): PaletteItem[] => {
        const path = at.split('.')
        const title = fieldAt(fieldTree(type), path)?.meta.title
        if (title === undefined) return []
        const run = () => {
          ui.set({ pane: 'form' })
          store.select({ file, at: path }, 'keys')
        }
        return [
          {
            id: `field ${file} ${at}`,
            text: title,
            detail: `Field of ${titleInside(type.title)} › ${section.title}`,
            icon: SquarePen,
            run,
          },
        ]
      }),
    )
  }
  function rows(): PaletteItem[] {
    return [...documentsOf(files)].slice(0, MOST_READ).flatMap(([file, id]) => {
      const type = documentTypeById(id)
      if (!type) return []
      const { value, label = file } = readDocument(textOf(files, file) ?? '', type)
      return type.form
        .flatMap((section) => section.fields.map((at) => at.split('.')))
        .flatMap((at) => {
          const item = fieldAt(fieldTree(type), at)?.meta.item
          return item
            ? namesIn(valueAt(value, at)).map(([step, name]) => row(file, label, item.noun, [...at, step], name))
            : []
        })
    })
  }

  function row(file: string, label: string, noun: string, at: YamlPath, name: string): PaletteItem {
    const run = () => {
      ui.set({ pane: 'form' })
      store.select({ file, at }, 'keys')
    }
    return { id: `row ${file} ${at.join('.')}`, text: name, detail: `${noun} of ${label}`, icon: SquarePen, run }
  }
}

/** What the entries of a list or map are called, with their key or index. */
function namesIn(list: unknown): (readonly [step: string | number, name: string])[] {
  if (isRecord(list)) return Object.keys(list).map((key) => [key, key] as const)
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown, index) => {
    const name = valueAt(entry, ['name']) ?? valueAt(entry, ['variable'])
    return typeof name === 'string' && name !== '' ? [[index, name] as const] : []
  })
}
