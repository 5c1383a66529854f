import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { KindChecks } from '../kind-checks'
import type { By } from '../../schema/gate-rules'
import { removeIn } from '../../yaml/edit'
import { isNull, sourceOf } from '../../rules/nodes'
import { judgeDefaultOption, judgeEmptyDefault, judgeLimits, judgeOptions, readsAsTrue } from '../../rules/parameters'
import { editFix, nodeBelow, reportAt, textBelow, type Place } from '../../rules/place'
import { consequence, dotted, shown } from '../../rules/report'
import { minimumFix } from '../../rules/scalars'
import { judgeScope } from '../../rules/scope'

const selects = ['select', 'dynamic-select']

/** Named checks of tools (`meta.gates.checks`). */
export const toolChecks: KindChecks = new Map([
  ['credentials-schema', judgeCredentialsSchema],
  ['tool-items', judgeToolItems],
  ['tool-parameter', judgeToolParameter],
])

/** One tool parameter: `sdk:tool.py: ToolParameter.validate_multiple`, dify-api.md sections 2.3 and 8. */
function judgeToolParameter(place: Place): void {
  judgeScope(place, 'parameter')
  const type = textBelow(place, 'type') ?? ''
  judgeMultiple(place, type)
  judgeDefault(place, type)
  judgeUse(place, type)
}

function judgeMultiple(place: Place, type: string): void {
  const multiple = readsAsTrue(nodeBelow(place, 'multiple'))
  const by: By[] = ['G5', 'G6']
  if (multiple && !selects.includes(type)) {
    const message = `Remove \`multiple\`: only choices (select, dynamic-select) can take several values, ${consequence(by)}.`
    reportAt(
      place,
      {
        rule: 'multiple-type',
        by,
        since: '1.16.1',
        message,
        fix: editFix('Remove multiple', place.context.file, (text) => removeIn(text, [...place.path, 'multiple'])),
      },
      'multiple',
    )
    return
  }
  const value = nodeBelow(place, 'default')
  if (!selects.includes(type) || isNull(value) || isSeq(value) === multiple) return
  const how = multiple
    ? 'Write the default as a list: several options can be chosen'
    : 'Write the default as one value: only one option can be chosen'
  reportAt(place, { rule: 'multiple-default', by, since: '1.16.1', message: `${how}, ${consequence(by)}.` }, 'default')
}

function judgeDefault(place: Place, type: string): void {
  const node = nodeBelow(place, 'default')
  if (node === null || isNull(node)) return
  if (!isScalar(node)) {
    const message = `Set meta.minimum_dify_version to 1.11.3: Dify before 1.11.3 refuses lists and maps as default (${shown(dotted(place.path))}).`
    if (!selects.includes(type))
      reportAt(
        place,
        { rule: 'default-release', by: ['G6'], fixed: '1.11.3', message, fix: minimumFix('1.11.3') },
        'default',
      )
    return
  }
  judgeDefaultOption(place, type)
  if (textBelow(place, 'form') === 'form') judgeEmptyDefault(place)
}

function judgeUse(place: Place, type: string): void {
  const form = textBelow(place, 'form')
  judgeOptions(place, type)
  if (form === 'llm' && ['dynamic-select', 'model-selector', 'app-selector', 'any'].includes(type)) {
    reportAt(
      place,
      {
        rule: 'llm-type',
        by: [],
        message: `Write \`form: form\` for the type ${type}: models do not know it and would be sent a schema that is none.`,
      },
      'form',
    )
  }
  if (form === 'llm' && isBlank(nodeBelow(place, 'llm_description'))) {
    reportAt(
      place,
      {
        rule: 'llm-description',
        by: [],
        message: 'Add `llm_description`: the model fills this parameter in and has only its name to go by.',
      },
      'llm_description',
    )
  }
  judgeLimits(place)
}

/** The tools of a provider: paths only, and at least one. */
function judgeToolItems(place: Place): void {
  if (isSeq(place.node) && place.node.items.length === 0) {
    reportAt(place, { rule: 'no-items', by: [], message: 'Add a tool: a provider without tools offers nothing.' })
  }
}

/** The list form of a tool provider's credentials, which the SDK does not read (tool.md section 2). */
function judgeCredentialsSchema(place: Place): void {
  const filled = isSeq(place.node) ? place.node.items.length > 0 : isMap(place.node) && place.node.items.length > 0
  if (!filled) return
  reportAt(place, {
    rule: 'credentials-list',
    by: [],
    message:
      'Write the credentials as a map under `credentials_for_provider`: the SDK does not read `credentials_schema`, so they are missing while debugging.',
  })
}

function isBlank(node: Node | null): boolean {
  return node === null || (isScalar(node) && sourceOf(node).trim() === '')
}
