import { FileCode, FileText, SquarePen } from 'lucide-react'
import { outlineOf, type OutlineNode } from '@/lib/plugin/outline'
import { documentTypeOf } from '@/lib/plugin/references'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import type { CommandContext, PaletteItem } from './commands'

/** Where one can go: the documents by the names they have in the outline, fields of the open one, and every file by its path. */
export function placesOf({ store, ui }: Pick<CommandContext, 'store' | 'ui'>): PaletteItem[] {
  const { files, place } = store.get()
  return [
    ...documents(outlineOf(files)),
    ...fields(),
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

  function fields(): PaletteItem[] {
    const type = documentTypeOf(files, place.file)
    if (!type) return []
    return type.form.flatMap((section) =>
      section.fields.flatMap((at): PaletteItem[] => {
        const path = at.split('.')
        const title = fieldAt(fieldTree(type), path)?.meta.title
        if (title === undefined) return []
        const run = () => {
          ui.set({ pane: 'form' })
          store.select({ file: place.file, at: path }, 'keys')
        }
        return [
          {
            id: `field ${at}`,
            text: title,
            detail: `Field of ${titleInside(type.title)} › ${section.title}`,
            icon: SquarePen,
            run,
          },
        ]
      }),
    )
  }
}
