import { isScalar, isSeq } from 'yaml'
import type { Finding } from '../document'
import type { ItemList } from '../item-list'
import { setWithParents } from '../edit/set-with-parents'
import { textOf } from '../files'
import { itemLists } from '../item-lists'
import { itemNameOf, namesInOrder, orderFileOf } from '../item-order'
import { removeIn, setIn } from '../yaml/edit'
import { parseYaml } from '../yaml/parse'
import { readAsPyYaml } from '../yaml/readings'
import { editFix } from './place'
import type { DocumentUse, PluginView } from './plugin-view'
import { consequence, shown } from './report'

/** Files that list the names of items in the order of Dify's console (model.md section 2). */
export function itemOrderRules(view: PluginView): Finding[] {
  return view.documents.flatMap((parent) =>
    itemLists(parent.type).flatMap((list) => {
      if (!list.order) return []
      const file = orderFileOf(view.files, parent.path, list)
      if (file === undefined) return unnamed(view, parent, list)
      const text = textOf(view.files, file)
      return text === undefined ? [] : judgeOrder(view, parent, list, file, text)
    }),
  )
}

function unnamed(view: PluginView, parent: DocumentUse, { order, noun }: ItemList): Finding[] {
  if (!order || !view.files.has(order.file)) return []
  const at = order.at.split('.')
  const message = `Name ${order.file} under ${shown(order.at)} or remove it: Dify does not read it and shows every ${noun} by the name of its file.`
  const fix = editFix('Name it', parent.path, (text) => setWithParents(text, parent.value, at, order.file))
  return [view.finding(order.file, { rule: 'order-unread', by: [], message, fix })]
}

function judgeOrder(view: PluginView, parent: DocumentUse, list: ItemList, file: string, text: string): Finding[] {
  const names = namesInOrder(text)
  if (!names) {
    const line = parseYaml(text).problems[0]
    const range = line ? { range: { from: line.offset, to: line.offset + 1 } } : {}
    const message = `Write ${file} as a list of names, one a line with "- " before it: ${consequence(['G1'])}.`
    return [view.finding(file, { rule: 'order-shape', by: ['G1'], message, path: [], ...range })]
  }
  const items = parent.refs.flatMap((ref) => (ref.as === list.type ? [itemNameOf(view.files, ref.file, list)] : []))
  const known = new Set(items)
  const stale = names.filter((name) => !known.has(name))
  const unlisted = [...known].filter((name) => name !== undefined && !names.includes(name))
  const renamed = stale.length === 1 && unlisted.length === 1 ? unlisted[0] : undefined
  return names.flatMap((name, index): Finding[] => {
    const remove = editFix('Remove the line', file, (now) => removeIn(now, [index]))
    const report = { by: [], path: [index] }
    if (names.indexOf(name) < index)
      return [
        view.finding(file, {
          ...report,
          rule: 'order-repeated',
          message: `Remove the second ${shown(name)}: only the first place counts.`,
          fix: remove,
        }),
      ]
    if (known.has(name)) return textOnly(view, file, text, index)
    const fix = renamed ? editFix(`Write ${renamed}`, file, (now) => setIn(now, [index], renamed)) : remove
    const instead = renamed === undefined ? 'Remove or correct' : `Write ${shown(renamed)} instead of`
    const message = `${instead} ${shown(name)}: no ${list.noun} has this name.`
    return [view.finding(file, { ...report, rule: 'order-unknown', message, fix })]
  })
}

/** The SDK wants texts: `4.1` without quotes is a number to it (`sdk: ModelPosition`). */
function textOnly(view: PluginView, file: string, text: string, index: number): Finding[] {
  const list = parseYaml(text).document.contents
  const node = isSeq(list) ? list.items[index] : undefined
  if (!isScalar(node) || readAsPyYaml(node).kind === 'text') return []
  const name = node.source ?? ''
  const message = `Put ${shown(name)} in quotes: without them it is no text, ${consequence(['G5'])}.`
  const fix = editFix('Put it in quotes', file, (now) => {
    const emptied = setIn(now, [index], 'x')
    return emptied.ok ? setIn(emptied.text, [index], name) : emptied
  })
  return [view.finding(file, { rule: 'order-text', by: ['G5'], message, path: [index], fix })]
}
