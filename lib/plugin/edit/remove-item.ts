import { pythonsOf } from '../follow-python'
import { removeFile, textOf, type Files } from '../files'
import { itemListOf } from '../item-lists'
import { documentsOf, documentTypeOf, placeOf, referencesFrom, referencesTo } from '../references'
import { removeIn } from '../yaml/edit'
import { andThen, editText, following, refused, type Edited } from './edited'
import { partsOf } from './names'
import { removeFromOrder } from './order'
import { nameOf, unreadable } from './place'
import { isWild } from './rename-file'

/**
 * Removes an item with its entry in the list (the last one leaves `[]`) and its Python, unless that is named by another document
 * or imported by another Python file.
 */
export function removeItem(files: Files, file: string): Edited {
  const place = placeOf(files, file)
  if (!place) return refused(`${file} is not in a list, so there is nothing to remove it from.`, file)
  const type = documentTypeOf(files, file)
  const list = itemListOf(documentTypeOf(files, place.from), type?.id)
  const name = nameOf(files, file, type)
  return following(
    files,
    andThen(removeDocument(files, file), (left) => ({
      ok: true,
      files: list && name !== undefined ? removeFromOrder(left, place.from, list, name) : left,
    })),
  )
}

/** Removes a document, the items that only it lists, and every place that names them. */
export function removeDocument(files: Files, file: string): Edited {
  const documents = documentsOf(files)
  const items = referencesFrom(files, file).filter(
    (ref) => documents.has(ref.file) && placeOf(files, ref.file)?.from === file,
  )
  const removed = [file, ...items.map((ref) => ref.file)]
  const sources = removed.flatMap((path) => pythonsOf(files, path))
  return andThen(unlisted(files, file), (unnamed) => {
    const left = removed.reduce(removeFile, unnamed)
    return {
      ok: true,
      files: sources.reduce((kept, python) => (isNeeded(kept, python) ? kept : removeFile(kept, python)), left),
    }
  })
}

/** Takes every place that names the file out of its list, last places first so that the others keep theirs. A pattern stays. */
function unlisted(files: Files, file: string): Edited {
  let result: Edited = { ok: true, files }
  for (const ref of [...referencesTo(files, file)].reverse()) {
    if (isWild(ref)) continue
    result = unreadable(result.files, ref.from) ?? editText(result.files, ref.from, (text) => removeIn(text, ref.at))
    if (!result.ok) return result
  }
  return result
}

function isNeeded(files: Files, python: string): boolean {
  if (referencesTo(files, python).length > 0) return true
  const { stem } = partsOf(python)
  const imported = new RegExp(`^\\s*(?:from|import)\\b.*\\b${stem.replace(/\W/g, '\\$&')}\\b`, 'm')
  return [...files.keys()].some(
    (path) => path.endsWith('.py') && path !== python && imported.test(textOf(files, path) ?? ''),
  )
}
