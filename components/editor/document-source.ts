import type { AlsoSet, FormSource, Outcome } from '@/components/form/form-source'
import { andThen, editText, following, type Edited } from '@/lib/plugin/edit/edited'
import { partsOf } from '@/lib/plugin/edit/names'
import { appendValues, insertValue, moveValue, renameEntry } from '@/lib/plugin/edit/values'
import { manifestPath, textOf, writeFile, type Files } from '@/lib/plugin/files'
import { documentTypeOf } from '@/lib/plugin/references'
import { removeWhole, setWhole } from '@/lib/plugin/edit/whole-map'
import { fieldTree } from '@/lib/plugin/schema/field-tree'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { setIn, type EditResult } from '@/lib/plugin/yaml/edit'
import { parseYaml, type YamlPath } from '@/lib/plugin/yaml/parse'
import { withUploads } from './outline/upload'
import { stepLabel } from './step-label'
import { reader } from './store/readings'
import type { Store } from './store/store'

const noPaths: readonly string[] = []

/** One document of the store as its form sees it. Edits of one place within a second are one step of undo. */
export function documentSource(store: Store, file: string): FormSource {
  const read = reader(file, (path) => {
    const content = store.readable().get(path)
    return typeof content === 'string' ? content : undefined
  })
  const value = () => read(store.get().files).value
  let typing: { key: string; start: string; text: string } | undefined
  let listed: { files: Files; paths: readonly string[] } = { files: new Map(), paths: noPaths }

  const said = (at: YamlPath, label: string, act: 'set' | 'remove' | 'insert') =>
    stepLabel(documentTypeOf(store.get().files, file), value(), at, label, act)

  function edit(label: string, at: YamlPath, change: (files: Files) => Edited, typed = true): Outcome {
    // What is typed stands in a field, which shows why it was refused.
    const options = typed ? { group: `${file} ${JSON.stringify(at)}`, quiet: true } : {}
    const edited = store.edit(label, change, options)
    return edited.ok ? { ok: true } : { ok: false, reason: edited.reason }
  }

  const treeNow = () => {
    const type = documentTypeOf(store.get().files, file)
    return type && fieldTree(type)
  }

  const newList = (files: Files, at: YamlPath, values: readonly unknown[]) =>
    following(
      files,
      editText(files, file, (text) => setWhole(text, value(), treeNow(), at, values)),
    )

  return {
    file,
    nameAt: file === manifestPath ? undefined : documentTypeOf(store.get().files, file)?.namePath,
    subscribe: store.subscribe,
    value,
    disabled: () => !read(store.get().files).ok || store.get().readOnly,
    findings: () => store.get().findings,
    focus: () => store.get().place,
    setFocus(at) {
      if (typing?.key !== JSON.stringify(at)) typing = undefined
      store.select({ at }, 'form')
    },
    takeFocus: store.takeFocus,
    chooseSection: (section) => store.select({ section }, 'form'),
    set(at, next, label, also) {
      const key = JSON.stringify(at)
      const text = textOf(store.get().files, file) ?? ''
      // Typing in one field goes on from the text before it began: a space at the end needs quotes only until the next letter.
      const start = typing && typing.key === key && typing.text === text ? typing.start : text
      const root: unknown = start === text ? value() : parseYaml(start).value
      // What goes by the names of items follows a name while it is typed; nothing goes by any other field.
      const named = documentTypeOf(store.get().files, file)?.namePath === at.join('.')
      const tree = treeNow()
      const outcome = edit(said(at, label, 'set'), at, (files) => {
        const edited = editText(writeFile(files, file, start), file, (before) =>
          setAll(setWhole(before, root, tree, at, next), also),
        )
        return named ? following(files, edited) : edited
      })
      typing = { key, start, text: textOf(store.get().files, file) ?? '' }
      return outcome
    },
    remove(at, label) {
      const change = (files: Files) => editText(files, file, (text) => removeWhole(text, treeNow(), at))
      return edit(said(at, label, 'remove'), at, (files) => following(files, change(files)), false)
    },
    insert(at, index, next, label) {
      if (!Array.isArray(valueAt(value(), at)))
        return edit(said(at, label, 'insert'), at, (files) => newList(files, at, [next]), false)
      return edit(said(at, label, 'insert'), at, (files) => insertValue(files, file, at, index, next), false)
    },
    append(at, values, label) {
      if (!Array.isArray(valueAt(value(), at))) return edit(label, at, (files) => newList(files, at, values), false)
      return edit(label, at, (files) => appendValues(files, file, at, values), false)
    },
    move: (at, from, to, label) => edit(label, at, (files) => moveValue(files, file, at, from, to), false),
    rename: (at, key, label, also) =>
      edit(
        label,
        at,
        (files) =>
          andThen(renameEntry(files, file, at, key), (renamed) =>
            editText(renamed, file, (text) => setAll({ ok: true, text }, also)),
          ),
        false,
      ),
    paths() {
      const { files } = store.get()
      if (listed.files !== files) {
        const paths = [...files.keys()]
        const same = paths.length === listed.paths.length && paths.every((path, index) => path === listed.paths[index])
        listed = { files, paths: same ? listed.paths : paths }
      }
      return listed.paths
    },
    open: (path) => store.open(path),
    picture(path) {
      const content = store.get().files.get(path)
      return typeof content === 'string' ? encoded(content) : content
    },
    upload(folder, name, bytes) {
      const { stem, extension } = partsOf(name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'))
      const added = withUploads(store.get().files, [[`${folder}/${stem || 'picture'}${extension}`, bytes]])
      if (!added.ok) return added
      const [path = ''] = added.paths
      store.change(`Add ${path}`, () => added.files)
      return { ok: true, path }
    },
  }
}

function setAll(edited: EditResult, also: readonly AlsoSet[] = []): EditResult {
  return also.reduce((done, { at, value }) => (done.ok ? setIn(done.text, at, value) : done), edited)
}

const encodings = new WeakMap<object, Uint8Array>()
const keyByText = new Map<string, object>()

/** The bytes of a picture that is text (SVG), the same object each time. */
function encoded(text: string): Uint8Array {
  const key = keyByText.get(text) ?? {}
  if (keyByText.size > 50) keyByText.clear()
  keyByText.set(text, key)
  const bytes = encodings.get(key) ?? new TextEncoder().encode(text)
  encodings.set(key, bytes)
  return bytes
}
