import { writeStub } from '../follow-python'
import { manifestPath, writeFile, type Files } from '../files'
import { itemListOf } from '../item-lists'
import { documentTypeById } from '../kinds/registry'
import { documentTypeOf } from '../references'
import { numbered } from '../python/names'
import { textAt } from '../schema/file-reference'
import { isForeignName } from '../schema/written-name'
import { andThen, following, refused, type Edited } from './edited'
import { listItem } from './item-list'
import { freeName, partsOf, stemFor, takenPaths } from './names'
import { addToOrder } from './order'
import { itemsOf, nameOf, nameRuleOf, namesFilesVerbatim, unreadable, valueOf } from './place'

/**
 * Adds an item (a tool, an endpoint) to a provider or group: its path at the end of the list, its YAML from the type's starter,
 * its Python from the stub. A name that is taken gets a number; folder and extension are those of its siblings. `itemType`
 * says to which list, where the parent has several; of a `bare` one nothing is said that is not known.
 */
export function addItem(files: Files, parentFile: string, name: string, itemType?: string, bare?: true): Edited {
  const items = itemListOf(documentTypeOf(files, parentFile), itemType)
  const type = items && documentTypeById(items.type)
  if (!items || !type) return refused(`${parentFile} has no list of items to add to.`, parentFile)
  const refusal = unreadable(files, parentFile)
  if (refusal) return refusal
  const wanted = name.trim() || `new_${items.noun.toLowerCase().replaceAll(' ', '_')}`
  const like = itemsOf(files, parentFile, items.type).at(-1) ?? `${items.folder}/x.yaml`
  const free = freeItem(files, parentFile, wanted, like, items.type)
  const text = type.starter({
    name: free.name,
    author: authorOf(files, parentFile),
    path: free.path,
    python: free.python,
    parent: valueOf(files, parentFile),
    ...(bare && { bare }),
  })
  const listed = listItem(writeFile(files, free.path, text), parentFile, items, free.path)
  return following(
    files,
    andThen(listed, (edited) => ({
      ok: true,
      files: writeStub(addToOrder(edited, parentFile, items, free.name), free.path),
      file: free.path,
    })),
  )
}

export interface FreeItem {
  name: string
  path: string
  python: string
}

/** Name and files for another item of this parent, beside the file `like`, that nothing else has. */
export function freeItem(files: Files, parent: string, wanted: string, like: string, type?: string): FreeItem {
  const isTakenPath = takenPaths(files.keys())
  const siblings = itemsOf(files, parent, type)
  // The SDK sends option requests for an item of this name elsewhere (stubs.md section 2).
  const names = new Set(['provider', ...siblings.map((file) => nameOf(files, file))])
  const verbatim = namesFilesVerbatim(files, parent)
  const { folder, extension } = partsOf(like)
  const isTaken = (stem: string) =>
    ['.yaml', '.yml', '.py', extension].some((end) => isTakenPath(`${folder}${stem}${end}`))
  // A name that somebody else gave (a model's, which its service knows) stays; its file gets the number.
  const given = isForeignName(nameRuleOf(type === undefined ? undefined : documentTypeById(type)))
  const name = freeName(
    wanted,
    (candidate) => names.has(candidate) || (!given && isTaken(stemFor(candidate, verbatim))),
  )
  const own = stemFor(name, verbatim)
  const stem = isTaken(own) ? numbered(own, isTaken) : own
  return { name, path: `${folder}${stem}${extension}`, python: `${folder}${stem}.py` }
}

/** The author that a document names, else the plugin's. */
function authorOf(files: Files, file: string): string {
  return textAt(valueOf(files, file), ['identity', 'author']) ?? textAt(valueOf(files, manifestPath), ['author']) ?? ''
}
