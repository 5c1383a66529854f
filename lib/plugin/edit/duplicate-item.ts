import { isPristine, pythonOf, writeStub } from '../follow-python'
import { textOf, writeFile, type Files } from '../files'
import { itemListOf } from '../item-lists'
import { documentTypeOf, referencesFrom } from '../references'
import { textAt, valueAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import type { YamlPath } from '../yaml/parse'
import { freeItem } from './add-item'
import { andThen, editText, following, refused, type Edited } from './edited'
import { listItem } from './item-list'
import { partsOf } from './names'
import { addToOrder } from './order'
import { placeOf } from '../references'
import { nameOf, stepsOf, unreadable, valueOf } from './place'

/**
 * A second item with the same content, listed right after this one. It gets a name, a label, files and unique texts of its own;
 * its Python is a fresh stub where the original's was untouched, else a copy.
 */
export function duplicateItem(files: Files, file: string): Edited {
  const type = documentTypeOf(files, file)
  const place = placeOf(files, file)
  const text = textOf(files, file)
  const list = place && type && itemListOf(documentTypeOf(files, place.from), type.id)
  const index = place?.at.at(-1)
  if (!type || !place || !list || text === undefined || typeof index !== 'number') {
    return refused(`${file} is not in a list of items, so it cannot be duplicated.`, file)
  }
  const refusal = unreadable(files, file) ?? unreadable(files, place.from)
  if (refusal) return refusal
  const free = freeItem(files, place.from, nameOf(files, file, type) ?? partsOf(file).stem, file, type.id)
  const python = referencesFrom(files, file).find((ref) => ref.as === 'python')
  const suffix = /\d+$/.exec(free.name)?.[0] ?? '2'
  const changes: (readonly [YamlPath, string])[] = [
    ...(type.namePath === undefined ? [] : [[stepsOf(type.namePath), free.name] as const]),
    ...labelsOf(files, file, type.namePath).map(([path, label]) => [path, `${label} ${suffix}`] as const),
    ...(type.unique ?? []).flatMap((dotted) => uniqueText(files, file, stepsOf(dotted), suffix)),
    ...(python ? [[python.at, free.python] as const] : []),
  ]
  let copy: Edited = { ok: true, files: writeFile(files, free.path, text) }
  for (const [path, value] of changes) {
    copy = andThen(copy, (made) => editText(made, free.path, (own) => setIn(own, path, value)))
  }
  const ordered = (made: Files) => addToOrder(made, place.from, list, free.name, nameOf(files, file, type) ?? '')
  const listed = andThen(copy, (made) => listItem(made, place.from, list, free.path, index + 1))
  return following(
    files,
    andThen(listed, (made) => ({
      ok: true,
      files: withPython(files, file, ordered(made), free.path, free.python),
      file: free.path,
    })),
  )
}

function withPython(before: Files, file: string, after: Files, copy: string, python: string): Files {
  const source = pythonOf(before, file)
  const content = source === undefined ? undefined : before.get(source)
  if (source === undefined || content === undefined) return after
  return isPristine(before, file) ? writeStub(after, copy) : writeFile(after, python, content)
}

/** The texts of the label that stands beside the name, one for each language. */
function labelsOf(files: Files, file: string, namePath: string | undefined): (readonly [YamlPath, string])[] {
  if (namePath === undefined) return []
  const at = [...namePath.split('.').slice(0, -1), 'label']
  const label = valueAt(valueOf(files, file), at)
  if (typeof label !== 'object' || label === null) return []
  return Object.entries(label).flatMap(([language, text]) =>
    typeof text === 'string' && text !== '' ? [[[...at, language], text] as const] : [],
  )
}

function uniqueText(files: Files, file: string, at: YamlPath, suffix: string): (readonly [YamlPath, string])[] {
  const text = textAt(valueOf(files, file), at)
  return text === undefined ? [] : [[at, `${text}-${suffix}`]]
}
