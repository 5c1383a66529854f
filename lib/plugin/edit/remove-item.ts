import { pythonOf } from '../follow-python'
import { removeFile, textOf, type Files } from '../files'
import { documentTypeById } from '../kinds/registry'
import { documentsOf, documentTypeOf, referencesFrom, referencesTo } from '../references'
import { removeIn } from '../yaml/edit'
import { editText, following, refused, type Edited } from './edited'
import { partsOf } from './names'
import { placeOf, unreadable } from './place'

/**
 * Removes an item with its entry in the list (the last one leaves `[]`) and its Python, unless that is named by another document
 * or imported by another Python file.
 */
export function removeItem(files: Files, file: string): Edited {
  const place = placeOf(files, file)
  if (!documentTypeOf(files, file) || !place)
    return refused(`${file} is not in a list, so there is nothing to remove it from.`, file)
  return following(files, removeDocument(files, file))
}

/** Removes a document, the items that only it lists, and every place that names them. */
export function removeDocument(files: Files, file: string): Edited {
  const documents = documentsOf(files)
  const inner = referencesFrom(files, file).filter(
    (ref) => documents.has(ref.file) && placeOf(files, ref.file)?.from === file,
  )
  let result = unlisted(files, file)
  if (!result.ok) return result
  const sources = [file, ...inner.map((ref) => ref.file)].flatMap((path) => pythonOf(files, path) ?? [])
  let left = removeFile(result.files, file)
  for (const ref of inner) if (documentTypeById(ref.as)) left = removeFile(left, ref.file)
  for (const python of sources) if (!isNeeded(left, python)) left = removeFile(left, python)
  result = { ok: true, files: left }
  return result
}

/** Takes every place that names the file out of its list, last places first so that the others keep theirs. */
function unlisted(files: Files, file: string): Edited {
  let result: Edited = { ok: true, files }
  for (const ref of [...referencesTo(files, file)].reverse()) {
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
