import type { Finding } from '../document'
import type { ItemList } from '../item-list'
import { listItem } from '../edit/item-list'
import { manifestPath, textOf, type Files } from '../files'
import { itemLists } from '../item-lists'
import { documentTypeById } from '../kinds/registry'
import { isGlob } from '../package/glob'
import { fitsPattern } from '../pattern-refs'
import { readDocument } from '../references'
import { cleanPath } from '../schema/file-reference'
import type { DocumentUse, PluginView } from './plugin-view'
import { shown } from './report'

/** Files that look like items of a list which no entry and no pattern of it finds: Dify does not know them. */
export function unlistedItemRules(view: PluginView): Finding[] {
  const parents = view.documents.filter(({ type }) => itemLists(type).some((list) => list.claims))
  if (parents.length === 0) return []
  const free = [...view.files.keys()].filter(
    (path) => /\.ya?ml$/.test(path) && path !== manifestPath && !view.targets.has(path),
  )
  return parents.flatMap((parent) => itemLists(parent.type).flatMap((list) => judgeList(view, parent, list, free)))
}

function judgeList(view: PluginView, parent: DocumentUse, list: ItemList, free: readonly string[]): Finding[] {
  const type = documentTypeById(list.type)
  const { claims } = list
  if (!type || !claims) return []
  const found = free.filter((path) => {
    const text = textOf(view.files, path)
    return text !== undefined && claims(readDocument(text, type).value) && !almostFits(parent, list, path)
  })
  const [first] = found
  if (first === undefined) return []
  const more = found.length === 1 ? '' : ` and ${found.length - 1} more`
  return [
    view.finding(parent.path, {
      rule: 'unlisted-item',
      by: [],
      message: `List ${shown(first)}${more} or remove ${found.length === 1 ? 'it' : 'them'}: no entry of ${shown(list.at)} fits, Dify does not know ${found.length === 1 ? 'it' : 'them'}.`,
      path: list.at.split('.'),
      fix: { title: found.length === 1 ? 'List it' : 'List them', apply: (files) => found.reduce(listed, files) },
    }),
  ]

  function listed(files: Files, path: string): Files {
    const edited = listItem(files, parent.path, list, path)
    return edited.ok ? edited.files : files
  }
}

/** A pattern that is only written in a form of its own (`./models`), or not to the end, has a finding that says so. */
function almostFits({ type, value }: DocumentUse, list: ItemList, path: string): boolean {
  return type.refs(value).some((ref) => {
    if (!ref.pattern || ref.as !== list.type) return false
    return !isGlob(ref.target) || fitsPattern({ ...ref, target: cleanPath(ref.target) }, path)
  })
}
