import type { Files } from '../../../files'
import { fieldsOfList } from '../../../python/fields'
import { call, dictionary, lay } from '../../../python/layout'
import { pythonString } from '../../../python/literals'
import { localsOf, readersOf, usesFiles } from '../../../python/locals'
import { moduleText } from '../../../python/module'
import { className } from '../../../python/names'
import { documentAt, documentListing, nameOf } from '../../../python/plugin-documents'
import { readerFunctions } from '../../../python/readers'
import { valueAt } from '../../../schema/file-reference'
import { credentialsOf, imported } from '../stub'
import { addressConstant, fillsAddress, requestLines, type RequestCode } from './request-python'
import type { Secret } from './request-secret'
import type { RequestValue } from './request-values'

export interface RequestStub extends Pick<RequestCode, 'request'> {
  /** The values that are parameters. */
  values: readonly RequestValue[]
  /** The secrets, with the credential of the provider that holds each. */
  credentials: readonly { secret: Secret; name: string }[]
  /** Names of the output's variables and the keys of the answer that they come from. */
  variables: readonly (readonly [variable: string, key: string])[]
}

const used = [
  'self',
  'tool_parameters',
  'answer',
  'response',
  'name',
  'field',
  'lines',
  'exc',
  'math',
  'requests',
  'quote',
]

/**
 * Python of the tool at `path` that sends this request: with a time limit, and with each failure as a sentence for the user. Same form
 * as the stubs of tools.
 */
export function requestStub(files: Files, path: string, stub: RequestStub): string {
  const tool = documentAt(files, path)
  const keys = stub.credentials.map(({ name }) => name)
  const locals = localsOf(
    [
      { fields: fieldsOfList(valueAt(tool, ['parameters'])), source: 'tool_parameters' },
      {
        fields: credentialsOf(documentListing(files, 'tools', 'tools', path)).filter(({ name }) => keys.includes(name)),
        source: 'self.runtime.credentials',
      },
    ],
    used,
  )
  const local = (name: string | undefined, source: string) =>
    locals.find((each) => each.field.name === name && each.source === source)?.name
  const code: RequestCode = {
    request: stub.request,
    locals: stub.values.flatMap((value) => {
      const name = local(value.name, 'tool_parameters')
      return name === undefined ? [] : [{ value, name }]
    }),
    secrets: stub.credentials.flatMap(({ secret, name }) => {
      const held = local(name, 'self.runtime.credentials')
      return held === undefined ? [] : [{ secret, name: held }]
    }),
  }
  const readers = readerFunctions(readersOf(locals))
  const names = locals.map(({ name }) => name)
  const annotated = locals.map(({ name, reading }) => `${name}: ${reading.annotation}`)
  return moduleText({
    doc: `The tool described in ${path}.`,
    standard: [
      'from collections.abc import Generator',
      'from typing import Any',
      ...(fillsAddress(code) ? ['from urllib.parse import quote'] : []),
      ...readers.imports,
    ],
    thirdParty: ['import requests'],
    sdk: [
      'from dify_plugin import Tool',
      'from dify_plugin.entities.tool import ToolInvokeMessage',
      ...(usesFiles(locals) ? ['from dify_plugin.file.file import File'] : []),
    ],
    constants: [
      addressConstant(code),
      '# Seconds to connect, and to wait for the answer.',
      'TIMEOUT = (5, 30)',
      ...(stub.variables.length > 0
        ? [
            '# Variables of the output, and where the answer has them.',
            ...lay(
              dictionary(
                'VARIABLES = ',
                stub.variables.map(([variable, key]) => [variable, pythonString(key)] as const),
              ),
              0,
            ),
          ]
        : []),
    ],
    body: [
      `class ${className(nameOf(tool, path), 'Tool', imported)}(Tool):`,
      '    def _invoke(self, tool_parameters: dict[str, Any]) -> Generator[ToolInvokeMessage, None, None]:',
      '        try:',
      ...locals.flatMap(({ reading, name, source }) => lay(reading.assign(name, source), 12)),
      ...lay(call('answer = self._ask_service', names), 12),
      '        except ValueError as exc:',
      '            yield self.create_text_message(str(exc))',
      '            return',
      '',
      ...(stub.variables.length > 0 ? sendVariables : sendText),
      '        yield self.create_json_message(answer)',
      '',
      ...lay(call('def _ask_service', ['self', ...annotated], ' -> dict[str, Any]:'), 4),
      '        """The answer of the service; a ValueError says in words why there is none."""',
      '        try:',
      ...requestLines(code, 12),
      '        except requests.RequestException as exc:',
      '            raise ValueError(f"The service could not be asked: {type(exc).__name__}.") from exc',
      ...(stub.credentials.length > 0
        ? [
            '        if response.status_code in (401, 403):',
            '            raise ValueError("The service does not accept the credentials.")',
          ]
        : []),
      '        if not response.ok:',
      '            raise ValueError(f"The service answered with status {response.status_code}.")',
      '        if not response.content:',
      '            return {"status": response.status_code}',
      '        try:',
      '            answer = response.json()',
      '        except ValueError as exc:',
      '            raise ValueError("The service did not answer with JSON.") from exc',
      `        return answer if isinstance(answer, dict) else {"result": answer}`,
    ],
    functions: readers.functions,
  })
}

const sendVariables = [
  '        for name, field in VARIABLES.items():',
  '            if answer.get(field) is not None:',
  '                yield self.create_variable_message(name, answer[field])',
]

const sendText = [
  '        lines = [f"{field}: {value}" for field, value in answer.items()]',
  '        yield self.create_text_message("\\n".join(lines))',
]
