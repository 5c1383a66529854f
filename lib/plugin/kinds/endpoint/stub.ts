import type { Files } from '../../files'
import { fieldsOfList } from '../../python/fields'
import { call, dictionary, lay, literal, type Code } from '../../python/layout'
import { localsOf, readersOf, readingLines, usesFiles } from '../../python/locals'
import { localNames, className } from '../../python/names'
import { moduleText, todoMark } from '../../python/module'
import { documentAt, documentListing, nameOf } from '../../python/plugin-documents'
import { readerFunctions } from '../../python/readers'
import { textAt, valueAt } from '../../schema/file-reference'
import { callerKey } from './caller-key'
import { pathVariables, type PathVariable } from './path-variables'

const imported = ['Any', 'Endpoint', 'File', 'Mapping', 'Request', 'Response']
const used = ['self', 'r', 'values', 'settings', 'body', 'caller', 'exc', 'json', 'hmac', 'math']

/**
 * Python of the endpoint at `path`: reads the variables of its rule, its group's settings and a JSON body, answers with JSON
 * (stubs.md 4.6). A function of the files alone; any text gives Python that runs, and no ValueError leaves the method, since
 * the SDK would answer 404.
 */
export function endpointStub(files: Files, path: string): string {
  const endpoint = documentAt(files, path)
  const group = documentListing(files, 'endpoints', 'endpoints', path)
  const rule = textAt(endpoint, ['path']) ?? ''
  const method = textAt(endpoint, ['method']) ?? 'GET'
  const variables = pathVariables(rule)
  const names = localNames(
    variables.map((variable) => variable.name),
    used,
  )
  const settings = localsOf(
    [{ fields: fieldsOfList(valueAt(group, ['settings'])), source: 'settings' }],
    [...used, ...names],
  )
  const guard = settings.find(
    ({ field }) => field.name === callerKey && field.type === 'secret-input' && field.required,
  )
  const body = method === 'POST' || method === 'PUT'
  const readers = readerFunctions(readersOf(settings))
  const inputs = [
    ...variables.map((variable, index) => ({ name: names[index] ?? variable.name, annotation: variable.annotation })),
    ...(body ? [{ name: 'body', annotation: 'dict[str, Any]' }] : []),
    ...settings
      .filter((local) => local !== guard)
      .map(({ name, reading }) => ({ name, annotation: reading.annotation })),
  ]
  return moduleText({
    doc: `The endpoint described in ${path}.`,
    standard: [
      'import json',
      ...(guard ? ['import hmac'] : []),
      ...readers.imports,
      'from collections.abc import Mapping',
      'from typing import Any',
    ],
    thirdParty: ['from werkzeug import Request, Response'],
    sdk: [
      'from dify_plugin import Endpoint',
      ...(usesFiles(settings) ? ['from dify_plugin.file.file import File'] : []),
    ],
    body: [
      `class ${className(nameOf(undefined, path), 'Endpoint', imported)}(Endpoint):`,
      '    def _invoke(self, r: Request, values: Mapping, settings: Mapping) -> Response:',
      ...[
        variableLines(variables, names),
        readingLines(settings, 8, ['return _json({"error": f"The endpoint is not set up: {exc}"}, status=500)']),
        guard ? guardLines(guard.name) : [],
        body ? bodyLines : [],
        answerLines(inputs.map(({ name }) => name)),
      ].flatMap((lines) => (lines.length > 0 ? [...lines, ''] : [])),
      ...lay(
        call(
          'def _answer',
          ['self', ...inputs.map(({ name, annotation }) => `${name}: ${annotation}`)],
          ' -> dict[str, Any]:',
        ),
        4,
      ),
      `        # ${todoMark} do the work of this endpoint here and return what it answers. Raise a`,
      '        # ValueError for a request that is wrong; give requests of your own a time limit.',
      ...lay(dictionary('return ', echo(variables, names, body)), 8),
    ],
    functions: [jsonFunction, ...readers.functions],
  })
}

function variableLines(variables: readonly PathVariable[], names: readonly string[]): string[] {
  return variables.flatMap((variable, index) =>
    lay(call(`${names[index] ?? variable.name} = ${variable.annotation}`, [`values["${variable.name}"]`]), 8),
  )
}

function guardLines(local: string): string[] {
  return [
    '        caller = r.headers.get("Authorization", "")',
    `        if not hmac.compare_digest(caller.encode(), f"Bearer {${local}}".encode()):`,
    '            return _json({"error": "The caller key is missing or wrong."}, status=401)',
  ]
}

const bodyLines = [
  '        body = r.get_json(silent=True)',
  '        if not isinstance(body, dict):',
  '            return _json({"error": "Send a JSON object."}, status=400)',
]

function answerLines(inputs: readonly string[]): string[] {
  return [
    '        try:',
    ...lay(call('return _json', [call('self._answer', inputs)]), 12),
    '        except ValueError as exc:',
    '            return _json({"error": str(exc)}, status=400)',
  ]
}

function echo(
  variables: readonly PathVariable[],
  names: readonly string[],
  body: boolean,
): (readonly [string, Code])[] {
  const entries = variables.map((variable, index) => [variable.name, names[index] ?? variable.name] as const)
  const all: (readonly [string, Code])[] = body ? [...entries, ['received', 'body']] : entries
  return all.length > 0 ? all : [['message', literal('The endpoint works.')]]
}

const jsonFunction = `def _json(data: Any, status: int = 200) -> Response:
    """A JSON answer."""
    text = json.dumps(data, ensure_ascii=False)
    return Response(text, status=status, mimetype="application/json")
`
