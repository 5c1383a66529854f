import { showToast } from '@/components/ui/toast'
import { addItem } from '@/lib/plugin/edit/add-item'
import { duplicateItem } from '@/lib/plugin/edit/duplicate-item'
import { addKind, removeKind } from '@/lib/plugin/edit/kinds'
import { moveItem } from '@/lib/plugin/edit/move-item'
import { itemTypeOf, itemsOf, nameOf, nameRuleOf } from '@/lib/plugin/edit/place'
import { kindHeads } from '@/lib/plugin/kinds/kind-heads'
import { loadKinds } from '@/lib/plugin/kinds/registry'
import { removeItem } from '@/lib/plugin/edit/remove-item'
import { renameFileEverywhere, renameFolder } from '@/lib/plugin/edit/rename-file'
import { renameItem } from '@/lib/plugin/edit/rename-item'
import { newPathProblem, pathProblem } from '@/lib/plugin/changes'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { presentKinds } from '@/lib/plugin/present-kinds'
import { documentTypeOf, placeOf } from '@/lib/plugin/references'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import { itemNameRefusal } from '@/lib/plugin/schema/written-name'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import type { Store } from '../store/store'
import type { UiStore } from '../store/ui-state'
import { undoNewest } from '../store/undo-newest'
import { withUploads, type Uploaded } from './upload'

/** What can be done with documents and files, each one step of undo. A refusal is one sentence. */
export function outlineActions(store: Store) {
  const files = () => store.get().files

  const called = (file: string) =>
    [titleInside(documentTypeOf(files(), file)?.title ?? ''), nameOf(files(), file) ?? file].join(' ')
  const kindTitle = (id: string) => titleInside(kindHeads.find((kind) => kind.id === id)?.title ?? id)

  function done(edited: ReturnType<Store['edit']>): string | undefined {
    if (!edited.ok) return edited.reason
    if (edited.file !== undefined && files().has(edited.file)) store.open(edited.file)
    return undefined
  }

  return {
    add: (parent: string, noun: string, name: string, type?: string) =>
      itemNameRefusal(name, nameRuleOf(itemTypeOf(files(), parent, type))) ??
      done(store.edit(`Add ${noun} ${name}`, (now) => addItem(now, parent, name, type))),
    rename: (file: string, name: string) =>
      itemNameRefusal(name, nameRuleOf(documentTypeOf(files(), file))) ??
      done(store.edit(`Rename ${called(file)} to ${name}`, (now) => renameItem(now, file, name))),
    duplicate: (file: string) => done(store.edit(`Duplicate ${called(file)}`, (now) => duplicateItem(now, file))),
    remove(file: string) {
      const parent = placeOf(files(), file)?.from
      const wasOpen = store.get().place.file === file
      const edited = store.edit(`Delete ${called(file)}`, (now) => removeItem(now, file))
      if (!edited.ok) return edited.reason
      if (wasOpen && parent !== undefined) store.open(parent)
      return undefined
    },
    /** Deletes an item; the row that takes its place is reached. */
    removeAndReach(ui: UiStore, file: string) {
      const before = files()
      const parent = placeOf(before, file)?.from
      const index = siblings(before, file)?.index ?? 0
      const refusal = this.remove(file)
      if (refusal !== undefined || parent === undefined) return refusal
      const left = itemsOf(files(), parent, documentTypeOf(before, file)?.id)
      ui.set({ reach: left[index] ?? left.at(-1) ?? parent })
      return undefined
    },
    move(file: string, by: 1 | -1) {
      const place = siblings(files(), file)
      const to = place ? place.index + by : -1
      if (!place || to < 0 || to >= place.count) return undefined
      return done(store.edit(`Move ${called(file)}`, (now) => moveItem(now, file, to)))
    },
    /** To this place among its siblings, counted from 0. */
    moveTo: (file: string, to: number) => done(store.edit(`Move ${called(file)}`, (now) => moveItem(now, file, to))),
    async addKind(id: string): Promise<string | undefined> {
      const isThere = await loadKinds([id]).then(
        () => true,
        () => false,
      )
      if (isThere) {
        const refusal = done(store.edit(`Add ${kindTitle(id)}`, (now) => addKind(now, id, answersOf(now))))
        const title = kindHeads.find((kind) => kind.id === id)?.title ?? id
        if (refusal === undefined) showToast(`${title} added`, { label: 'Undo', run: undoNewest(store) })
        return refusal
      }
      const notice = 'Nothing was added: a part of the editor did not load. Connect and try again.'
      store.note({ notice })
      return notice
    },
    removeKind: (id: string) => done(store.edit(`Remove ${kindTitle(id)}`, (now) => removeKind(now, id))),
    addFile(path: string) {
      const problem = newPathProblem(files(), path)
      if (problem) return problem
      store.change(`Add ${path}`, (now) => writeFile(now, path, ''))
      store.open(path)
      return undefined
    },
    upload(wanted: readonly (readonly [path: string, bytes: Uint8Array])[]): Uploaded {
      const added = withUploads(files(), wanted)
      if (added.ok && added.paths.length > 0) store.change(`Upload ${added.paths.join(', ')}`, () => added.files)
      return added
    },
    /** Gives a file or folder another path; what is open of it stays open. */
    movePath(from: string, to: string) {
      const problem = pathProblem(to)
      if (problem) return problem
      const { file, code } = store.get().place
      const moved = (path: string) =>
        path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path
      const edited = store.edit(`Rename ${from} to ${to}`, (now) =>
        now.has(from) ? renameFileEverywhere(now, from, to) : renameFolder(now, from, to),
      )
      if (!edited.ok) return edited.reason
      if (moved(file) !== file || moved(code) !== code) store.open(moved(code))
      return undefined
    },
    /** Of a folder all that is in it. */
    removePath(path: string) {
      store.change(
        `Delete ${path}`,
        (now) => new Map([...now].filter(([each]) => each !== path && !each.startsWith(`${path}/`))),
      )
    },
  }
}

/** The kind that a document is the root of, while the plugin has others too: then it may go. */
export function removableKind(files: Files, file: string): string | undefined {
  const present = presentKinds(files)
  const type = documentTypeOf(files, file)
  return present.length > 1 ? present.find((kind) => kind.rootId === type?.id)?.id : undefined
}

/** Where an item stands in the list of its parent. */
export function siblings(files: Files, file: string): { index: number; count: number } | undefined {
  const parent = placeOf(files, file)?.from
  if (parent === undefined) return undefined
  const items = itemsOf(files, parent, documentTypeOf(files, file)?.id)
  const index = items.indexOf(file)
  return index < 0 ? undefined : { index, count: items.length }
}

/** What a new kind needs to know of the plugin that it joins. */
function answersOf(files: Files) {
  const value: unknown = parseYaml(textOf(files, 'manifest.yaml') ?? '').value
  const text = (key: string) => {
    const found: unknown =
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
    return typeof found === 'string' ? found : ''
  }
  return { name: text('name'), author: text('author'), createdAt: new Date().toISOString() }
}
