import type { Files } from '../files'
import { itemListOf } from '../item-lists'
import { fileStem } from '../python/names'
import { documentTypeOf, referencesFrom } from '../references'
import { setIn } from '../yaml/edit'
import { andThen, editText, following, refused, type Edited } from './edited'
import { partsOf, stemFor } from './names'
import { placeOf } from '../references'
import { itemsOf, nameOf, namesFilesVerbatim, stepsOf, unreadable } from './place'
import { renameInOrder } from './order'
import { moveFiles } from './rename-file'

/**
 * Gives a document another name: where it names itself, and in its file names where they carried the old one, with everything
 * that names these files. Untouched Python follows; touched Python keeps its text.
 */
export function renameItem(files: Files, file: string, name: string): Edited {
  const type = documentTypeOf(files, file)
  if (!type) return refused(`${file} is not a part of the plugin that has a name.`, file)
  const refusal = unreadable(files, file)
  if (refusal) return refusal
  const place = placeOf(files, file)
  const old = nameOf(files, file, type) ?? partsOf(file).stem
  if (old === name) return { ok: true, files, file }
  const siblings = place ? itemsOf(files, place.from, type.id) : []
  const twin = siblings.find((sibling) => sibling !== file && nameOf(files, sibling) === name)
  if (twin !== undefined) return refused(`Choose another name: ${twin} has the name "${name}" already.`, file)
  const moves = place ? movesOf(files, place.from, file, old, name) : new Map<string, string>()
  const moved = moveFiles(files, moves)
  const path = moves.get(file) ?? file
  const { namePath } = type
  const named =
    namePath === undefined
      ? moved
      : andThen(moved, (made) => editText(made, path, (text) => setIn(text, stepsOf(namePath), name)))
  const list = place && itemListOf(documentTypeOf(files, place.from), type.id)
  const listed = andThen(named, (made) => ({
    ok: true,
    files: place && list ? renameInOrder(made, place.from, list, old, name) : made,
    file: path,
  }))
  const back = new Map([...moves].map(([from, to]) => [to, from]))
  return following(files, listed, back)
}

/** The YAML and its own Python, each where its file name is the old name. */
function movesOf(files: Files, parent: string, file: string, old: string, name: string): Map<string, string> {
  const verbatim = namesFilesVerbatim(files, parent)
  const stem = stemFor(name, verbatim)
  const python = referencesFrom(files, file).find((ref) => ref.as === 'python')?.file
  const paths = [file, python].filter((path) => path !== undefined && files.has(path))
  return new Map(
    paths.flatMap((path) => {
      if (path === undefined) return []
      const parts = partsOf(path)
      const carriesName = parts.stem === fileStem(old) || parts.stem === old
      return carriesName && parts.stem !== stem ? [[path, `${parts.folder}${stem}${parts.extension}`] as const] : []
    }),
  )
}
