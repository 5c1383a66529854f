import type { Files } from '../../files'
import { englishOf, fieldsOfList, fieldsOfMap, storedCredentials, type Field } from '../../python/fields'
import { call, dictionary, lay, literal, type Code } from '../../python/layout'
import { localsOf, readersOf, readingLines, usesFiles, type Local } from '../../python/locals'
import { moduleText, todoMark } from '../../python/module'
import { className } from '../../python/names'
import { optionImport, optionMethod } from '../../python/option-method'
import { placeholders } from '../../python/placeholders'
import { documentAt, documentListing, nameOf } from '../../python/plugin-documents'
import { readerFunctions } from '../../python/readers'
import { valueAt } from '../../schema/file-reference'
import { keptVariables } from '../../schema/kept-variables'

export { toolProviderStub } from './provider-stub'

/** Names that a tool's module may import, which no class of it may have. */
export const imported = ['Any', 'File', 'Generator', 'I18nObject', 'ParameterOption', 'Tool', 'ToolInvokeMessage']
const used = ['self', 'tool_parameters', 'answer', 'field', 'value', 'lines', 'exc', 'math']

/**
 * Python of the tool at `path`: reads its parameters and its provider's credentials, asks the service (a marked place), sends
 * the answer (stubs.md 4.2). A function of the files alone; any text that stands for a tool gives Python that runs.
 */
export function toolStub(files: Files, path: string): string {
  const tool = documentAt(files, path)
  const provider = documentListing(files, 'tools', 'tools', path)
  const parameters = fieldsOfList(valueAt(tool, ['parameters']))
  const locals = localsOf(
    [
      { fields: parameters, source: 'tool_parameters' },
      { fields: credentialsOf(provider), source: 'self.runtime.credentials' },
    ],
    used,
  )
  const output = placeholders(valueAt(tool, ['output_schema']), keptVariables)
  const dynamic = parameters.filter((parameter) => parameter.type === 'dynamic-select')
  const readers = readerFunctions(readersOf(locals))
  const name = nameOf(tool, path)
  return moduleText({
    doc: `The tool described in ${path}.`,
    standard: ['from collections.abc import Generator', 'from typing import Any', ...readers.imports],
    sdk: [
      'from dify_plugin import Tool',
      ...(dynamic.length > 0 ? [optionImport] : []),
      'from dify_plugin.entities.tool import ToolInvokeMessage',
      ...(usesFiles(locals) ? ['from dify_plugin.file.file import File'] : []),
    ],
    body: [
      `class ${className(name, 'Tool', imported)}(Tool):`,
      ...invokeLines(locals, output !== undefined),
      '',
      ...askLines(locals, output, englishOf(valueAt(tool, ['identity', 'label']), name)),
      ...(dynamic.length > 0 ? ['', ...optionMethod(dynamic)] : []),
    ],
    functions: readers.functions,
  })
}

/** Credentials that a tool may find: those of the form and the tokens of a sign-in. */
export function credentialsOf(provider: unknown): Field[] {
  return storedCredentials(
    fieldsOfMap(valueAt(provider, ['credentials_for_provider'])),
    fieldsOfList(valueAt(provider, ['oauth_schema', 'credentials_schema'])),
  )
}

function invokeLines(locals: readonly Local[], variables: boolean): string[] {
  const reading = readingLines(locals, 8, ['yield self.create_text_message(str(exc))', 'return'])
  const send = variables
    ? ['for field, value in answer.items():', '    yield self.create_variable_message(field, value)']
    : [
        'lines = [f"{field}: {value}" for field, value in answer.items()]',
        'yield self.create_text_message("\\n".join(lines))',
      ]
  return [
    '    def _invoke(self, tool_parameters: dict[str, Any]) -> Generator[ToolInvokeMessage, None, None]:',
    ...reading,
    ...(reading.length > 0 ? [''] : []),
    ...lay(
      call(
        'answer = self._ask_service',
        locals.map(({ name }) => name),
      ),
      8,
    ),
    ...send.map((line) => `        ${line}`),
    '        yield self.create_json_message(answer)',
  ]
}

function askLines(
  locals: readonly Local[],
  output: readonly (readonly [string, Code])[] | undefined,
  label: string,
): string[] {
  const parameters = locals.map(({ name, reading }) => `${name}: ${reading.annotation}`)
  return [
    ...lay(call('def _ask_service', ['self', ...parameters], ' -> dict[str, Any]:'), 4),
    `        # ${todoMark} call your service here and return its answer. Give every request a time`,
    `        # limit, such as timeout=(5, 30). Until then the tool ${output ? 'answers with sample values' : 'repeats what it was given'}.`,
    ...lay(dictionary('return ', output ?? echo(locals, label)), 8),
  ]
}

/** What the tool was given, each name once; secrets and files are left out. */
function echo(locals: readonly Local[], label: string): (readonly [string, Code])[] {
  const shown = new Map<string, Code>()
  for (const { field, reading, name, source } of locals) {
    if (reading.shown && source === 'tool_parameters' && !shown.has(field.name)) shown.set(field.name, name)
  }
  return shown.size > 0 ? [...shown] : [['message', literal(`${label} works.`)]]
}
