import type { Files } from '../../files'
import { fieldsOfList } from '../../python/fields'
import { call, dictionary, lay } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { localsOf, readersOf, usesFiles, type Local } from '../../python/locals'
import { moduleText, todoMark } from '../../python/module'
import { className } from '../../python/names'
import { optionImport, optionMethod } from '../../python/option-method'
import { placeholders } from '../../python/placeholders'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { readerFunctions } from '../../python/readers'
import { valueAt } from '../../schema/file-reference'
import { exampleLines } from './examples'

const imported = [
  'Any',
  'Event',
  'EventIgnoreError',
  'File',
  'I18nObject',
  'Mapping',
  'ParameterOption',
  'Request',
  'Variables',
]
const used = ['self', 'request', 'parameters', 'payload', 'body', 'math']

/** Types whose values can be compared with a field of what the service sends. */
const comparable = ['string', 'number', 'boolean', 'select', 'checkbox', 'dynamic-select', 'array']

/**
 * Python of the event at `path`: compares its parameters with what the service sent, gives the variables of its output (stubs.md
 * 4.8). A function of the files alone; any text gives Python that runs.
 */
export function eventStub(files: Files, path: string): string {
  const event = documentAt(files, path)
  const parameters = fieldsOfList(valueAt(event, ['parameters']))
  const locals = localsOf([{ fields: parameters, source: 'parameters' }], used)
  const filters = locals.filter(({ field }) => comparable.includes(field.type))
  const others = locals.filter((local) => !filters.includes(local))
  const dynamic = parameters.filter((parameter) => parameter.type === 'dynamic-select')
  const readers = readerFunctions(readersOf(locals))
  return moduleText({
    doc: `The event described in ${path}.`,
    standard: ['from collections.abc import Mapping', 'from typing import Any', ...readers.imports],
    thirdParty: ['from werkzeug import Request'],
    sdk: [
      ...(dynamic.length > 0 ? [optionImport] : []),
      'from dify_plugin.entities.trigger import Variables',
      ...(filters.length > 0 ? ['from dify_plugin.errors.trigger import EventIgnoreError'] : []),
      ...(usesFiles(locals) ? ['from dify_plugin.file.file import File'] : []),
      'from dify_plugin.interfaces.trigger import Event',
    ],
    body: [
      `class ${className(nameOf(event, path), 'Event', imported)}(Event):`,
      '    def _on_event(',
      '        self, request: Request, parameters: Mapping[str, Any], payload: Mapping[str, Any]',
      '    ) -> Variables:',
      ...locals.flatMap(({ reading, name, source }) => lay(reading.assign(name, source), 8)),
      ...(locals.length > 0 ? [''] : []),
      '        body = dict(payload) or request.get_json(silent=True)',
      '        if not isinstance(body, dict):',
      '            raise ValueError("The service sent no JSON object.")',
      '',
      ...filterLines(filters),
      ...lay(
        call('return Variables', [call('variables=self._variables', ['body', ...others.map(({ name }) => name)])]),
        8,
      ),
      '',
      ...variableLines(others, valueAt(event, ['output_schema'])),
      ...(dynamic.length > 0 ? ['', ...optionMethod(dynamic)] : []),
    ],
    functions: [...(filters.length > 0 ? [matchesFunction] : []), ...readers.functions],
  })
}

function filterLines(filters: readonly Local[]): string[] {
  if (filters.length === 0) return []
  return [
    '        # Each parameter is compared with the field of its name in what the service sends;',
    '        # where nothing is asked for, everything fits.',
    ...filters.flatMap(({ field, name }) => [
      ...lay(call('if not _matches', [call('body.get', [pythonString(field.name)]), name], ':'), 8),
      '            raise EventIgnoreError()',
    ]),
    '',
  ]
}

function variableLines(others: readonly Local[], schema: unknown): string[] {
  const inputs = others.map(({ name, reading }) => `${name}: ${reading.annotation}`)
  const variables = placeholders(schema)?.map(([name, sample]) => {
    const source = [pythonString(name), ...(sample === 'None' ? [] : [sample])]
    return [name, call('body.get', source)] as const
  })
  const examples = exampleLines(schema).map((line) => `        # - ${line}`)
  const head = lay(call('def _variables', ['self', 'body: dict[str, Any]', ...inputs], ' -> dict[str, Any]:'), 4)
  if (!variables)
    return [
      ...head,
      `        # ${todoMark} take the variables of this event out of what the service sends.`,
      '        # Until then they are all of it.',
      '        return body',
    ]
  return [
    ...head,
    ...(examples.length > 0
      ? ['        # Each is the field of its name in what the service sends, such as:', ...examples]
      : [
          `        # ${todoMark} take the variables of this event out of what the service sends.`,
          '        # Until then each is the field of its name.',
        ]),
    ...lay(dictionary('return ', variables), 8),
  ]
}

const matchesFunction = `def _matches(value: Any, wanted: Any) -> bool:
    """Whether a field of the event is what a parameter asks for; nothing asked for fits all."""
    if wanted is None or wanted is False or wanted == "" or wanted == []:
        return True
    values = value if isinstance(value, list) else [value]
    choices = wanted if isinstance(wanted, list) else [wanted]
    return any(choice in values for choice in choices)
`
