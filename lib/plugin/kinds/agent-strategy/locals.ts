import type { Reading } from '../../python/field-reading'
import type { Field } from '../../python/fields'
import { call, prefixed } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { localsOf, type Local } from '../../python/locals'
import { rolesOf, wholeLimit } from './roles'

/** Names that `_invoke` and `_build_prompt` use. */
const used = ['self', 'parameters', 'messages', 'history', 'exc', 'json', 'math']

/** The parameters of a strategy as local variables, with what the loop does with them. */
export interface StrategyLocals {
  locals: readonly Local[]
  model?: Local
  tools: readonly Local[]
  instruction?: Local
  query?: Local
  limit?: Local
  /** What the prompt is built from, or the answer where there is no model. */
  inputs: readonly Local[]
}

/** Locals in the order of the YAML. A limit without a value of its own is `iterations`. */
export function strategyLocals(
  fields: readonly Field[],
  scopes: ReadonlyMap<string, string>,
  iterations: number,
): StrategyLocals {
  const roles = rolesOf(fields, scopes)
  const isLimit = (field: Field) => field === roles.limit && roles.model !== undefined
  const read = fields.map((field) => (isLimit(field) ? wholeLimit(field, iterations) : field))
  const locals = localsOf([{ fields: read, source: 'parameters' }], used).map((local, index) => {
    const field = fields[index]
    if (field === roles.model) return { ...local, reading: modelReading(local.field) }
    return local.field.type === 'array[tools]' ? { ...local, reading: toolsReading(local.field) } : local
  })
  const localOf = (field: Field | undefined) => (field ? locals[fields.indexOf(field)] : undefined)
  const [model, limit] = [localOf(roles.model), localOf(roles.limit)]
  const tools = locals.filter(({ field }) => field.type === 'array[tools]')
  return {
    locals,
    model,
    tools,
    instruction: localOf(roles.instruction),
    query: localOf(roles.query),
    limit,
    inputs: model ? locals.filter((local) => local !== model && local !== limit && !tools.includes(local)) : locals,
  }
}

/** The loop cannot do without its model, whatever `required` says. */
function modelReading(field: Field): Reading {
  return {
    annotation: 'AgentModelConfig',
    assign: (local, source) => {
      const label = pythonString(field.label)
      const value = call('_required', [call(`${source}.get`, [pythonString(field.name)]), label])
      return call(`${local} = _model`, [value, label])
    },
    readers: ['required'],
    canFail: true,
    shown: false,
  }
}

function toolsReading(field: Field): Reading {
  return {
    annotation: 'list[ToolEntity]',
    assign: (local, source) => {
      const label = pythonString(field.label)
      const value = call(`${source}.get`, [pythonString(field.name)])
      return prefixed(
        `${local} = `,
        call('_tools', [field.required ? call('_required', [value, label]) : value, label]),
      )
    },
    readers: field.required ? ['required'] : [],
    canFail: true,
    shown: false,
  }
}
