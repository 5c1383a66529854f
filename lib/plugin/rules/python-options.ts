import type { Finding } from '../document'
import { fieldAt, fieldTree } from '../schema/field-tree'
import { textAt } from '../schema/file-reference'
import type { YamlPath } from '../yaml/parse'
import { isRecord } from '../yaml/nodes'
import type { PluginView } from './plugin-view'
import { shown } from './report'

/** What the SDK calls for the options of a dynamic-select (sdk.md, section g). Its own one raises NotImplementedError. */
const method = '_fetch_parameter_options'
const dynamic = 'dynamic-select'

/** Parameters whose options come from code, in a plugin whose code gives none. Silent where the type may not stand at all. */
export function pythonOptionRules(view: PluginView): Finding[] {
  const asked = view.documents.flatMap(({ path, type, value }) =>
    dynamicSelects(value, [])
      .filter((at) => fieldAt(fieldTree(type), [...at, 'type'])?.words?.includes(dynamic))
      .map((at) => ({ path, at, name: textAt(value, [...at, 'name']) ?? '' })),
  )
  if (asked.length === 0 || pythonHasMethod(view)) return []
  return asked.map(({ path, at, name }) =>
    view.finding(path, {
      rule: 'no-options-method',
      by: [],
      message: `Add \`${method}\` to the Python class: Dify asks it for the options of ${shown(name)}, without it the list stays empty.`,
      path: [...at, 'type'],
    }),
  )
}

function dynamicSelects(value: unknown, at: YamlPath): YamlPath[] {
  const inner = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []
  const own = isRecord(value) && value.type === dynamic ? [at] : []
  return [...own, ...inner.flatMap(([key, entry]) => dynamicSelects(entry, [...at, key]))]
}

function pythonHasMethod(view: PluginView): boolean {
  return [...view.files].some(
    ([path, content]) => path.endsWith('.py') && typeof content === 'string' && content.includes(method),
  )
}
