import type { Field } from './fields'
import { call, lay, prefixed, type Code } from './layout'
import { pythonString } from './literals'
import { todoMark } from './module'

/** What a module imports for `optionMethod`. */
export const optionImport = 'from dify_plugin.entities import I18nObject, ParameterOption'

/** The method that lists the choices of dynamic selects: a marked place for each name. `more` are parameters of other bases. */
export function optionMethod(fields: readonly Field[], more: readonly string[] = []): string[] {
  const names = [...new Set(fields.map((field) => field.name))]
  const option = 'return [ParameterOption(value="sample", label=I18nObject(en_US="Sample"))]'
  const parameters = ['self', 'parameter: str', ...more]
  return [
    ...lay(call('def _fetch_parameter_options', parameters, ' -> list[ParameterOption]:'), 4),
    ...names.flatMap((name) => [
      ...lay(prefixed('if ', condition(name)), 8, ':'),
      `            # ${todoMark} list the choices that the service offers.`,
      `            ${option}`,
    ]),
    '        return []',
  ]
}

/** Comparison with a name; a long one stands in a tuple, which a formatter can break. */
function condition(name: string): Code {
  const text = pythonString(name)
  return text.length < 60
    ? `parameter == ${text}`
    : { before: 'parameter in (', items: [text], after: ')', collection: true }
}
