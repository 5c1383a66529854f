import { isScalar, isSeq } from 'yaml'
import type { KindChecks } from '../kind-checks'
import { isGlob } from '../../package/glob'
import { isNull, sourceOf } from '../../rules/nodes'
import { nodeBelow, reportAt, setFix, textBelow, type Place } from '../../rules/place'
import { consequence, dotted, shown } from '../../rules/report'
import { judgeCondition, mapsIn } from './check-conditions'
import { ruleTemplates } from './rule-templates'

/** Named checks of models (`meta.gates.checks`). */
export const modelChecks: KindChecks = new Map([
  ['model-condition', judgeCondition],
  ['model-form-field', judgeFormField],
  ['model-form-names', judgeFormNames],
  ['model-pattern', judgePattern],
  ['model-rule', judgeRule],
])

/** A pattern of `predefined`: Go's filepath.Match in the daemon, Path.glob in the SDK (model.md section 2). */
function judgePattern(place: Place): void {
  if (!isScalar(place.node)) return
  const pattern = sourceOf(place.node)
  if (!isGlob(pattern)) {
    reportAt(place, {
      rule: 'bad-glob',
      by: ['G1'],
      message: `Close the brackets in ${shown(pattern)}: the daemon refuses the pattern ("syntax error in pattern"), ${consequence(['G1'])}.`,
    })
  } else if (pattern.startsWith('/')) {
    reportAt(place, {
      rule: 'absolute-glob',
      by: ['G5'],
      message: `Write ${shown(pattern)} from the root of the plugin, without a leading "/": the SDK takes no other pattern, ${consequence(['G5'])}.`,
      fix: setFix(place, 'Remove the slash', place.path, pattern.replace(/^\/+/, '')),
    })
  } else if (/^(?:\.\/)+/.test(pattern)) {
    reportAt(place, {
      rule: 'glob-form',
      by: [],
      message: `Write ${shown(pattern)} without "./": Dify compares it with whole paths and finds no model by it.`,
      fix: setFix(place, 'Remove "./"', place.path, pattern.replace(/^(?:\.\/)+/, '')),
    })
  } else if (pattern.includes('**')) {
    reportAt(place, {
      rule: 'glob-form',
      by: [],
      message: `Write one pattern for each folder in place of ${shown(pattern)}: for Dify "**" is just "*" and stops at a slash.`,
    })
  }
}

/** A field of a credential form: `required` unwritten is read in two ways, and a choice needs options (model.md section 3). */
function judgeFormField(place: Place): void {
  const type = textBelow(place, 'type') ?? ''
  if (isNull(nodeBelow(place, 'required'))) {
    const name = shown(dotted([...place.path, 'required']))
    reportAt(
      place,
      {
        rule: 'required-unset',
        by: [],
        message: `Write ${name}: without it Dify takes false and the SDK true.`,
        fix: setFix(place, 'Write false', [...place.path, 'required'], false),
      },
      'required',
    )
  }
  const options = nodeBelow(place, 'options')
  if ((type === 'select' || type === 'radio') && !(isSeq(options) && options.items.length > 0)) {
    reportAt(
      place,
      { rule: 'select-options', by: [], message: 'Add options: a choice without any cannot be filled in.' },
      'options',
    )
  }
}

/** Two fields of one name that are asked together: one answer overwrites the other. Each may have conditions of its own. */
function judgeFormNames(place: Place): void {
  const seen = new Map<string, string>()
  for (const [index, { get, nodes }] of mapsIn(place, place.node).entries()) {
    const name = get('variable')
    const conditions = nodes.get('show_on')
    const shows = conditions ? String(conditions) : ''
    const other = name === undefined ? undefined : seen.get(name)
    if (name !== undefined) seen.set(name, shows)
    if (name === undefined || other === undefined || (shows !== '' && other !== '' && shows !== other)) continue
    const message = `Rename this field: ${shown(name)} is already taken, and only one of the two answers is kept.`
    reportAt(place, { rule: 'repeated-name', by: [], message }, index)
  }
}

/** A parameter has a type of its own or from a template (`sdk: ParameterRule`, dify-api.md section 2.6); the daemon wants to know the template. */
function judgeRule(place: Place): void {
  const template = textBelow(place, 'use_template') ?? ''
  const typed = !isNull(nodeBelow(place, 'type'))
  if (template !== '' && !ruleTemplates.some((known) => known === template)) {
    const at = [...place.path, 'use_template']
    const right = ruleTemplates.find((known) => known === template.trim().toLowerCase())
    reportAt(
      place,
      {
        rule: 'use-template',
        by: typed ? ['G1'] : ['G1', 'G5', 'G6'],
        message: `Write one of ${ruleTemplates.join(', ')} for ${shown(dotted(at))}: the daemon knows no other template ("use_template … not found"); ${shown(template)} is none, ${consequence(['G1'])}.`,
        ...(right ? { fix: setFix(place, `Write ${right}`, at, right) } : {}),
      },
      'use_template',
    )
    return
  }
  if (typed || template !== '') return
  reportAt(
    place,
    {
      rule: 'rule-type',
      by: ['G5', 'G6'],
      message: `Add a type or a template to the parameter ${shown(textBelow(place, 'name') ?? '')}: neither says what it is, ${consequence(['G5'])}.`,
    },
    'type',
  )
}
