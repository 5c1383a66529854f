import type { Files } from '../../files'
import { fieldsOfList } from '../../python/fields'
import { call, lay } from '../../python/layout'
import { readersOf, readingLines, usesFiles, type Local } from '../../python/locals'
import { moduleText, todoMark } from '../../python/module'
import { className } from '../../python/names'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { readerFunctions } from '../../python/readers'
import { textAt, valueAt } from '../../schema/file-reference'
import { strategyLocals, type StrategyLocals } from './locals'
import { fileTypes, loopFunctions, loopImports, loopMethods, modelFunction, toolsFunction } from './loop'

/** Names that a strategy's module may import, which no class of it may have. */
const imported = ['AgentStrategy']

/** Where no parameter says it. */
const rounds = { name: 'MAXIMUM_ROUNDS', value: 3 }

/**
 * Python of the strategy at `path`: reads its parameters, builds the prompt (a marked place) and asks the model, which may call
 * tools, until it is done (stubs.md 4.5). A function of the files alone; any text gives Python that runs.
 */
export function agentStrategyStub(files: Files, path: string): string {
  const strategy = documentAt(files, path)
  const parameters = valueAt(strategy, ['parameters'])
  const found = strategyLocals(fieldsOfList(parameters), scopesOf(parameters), rounds.value)
  const { locals, model, tools, limit } = found
  const readers = readerFunctions(readersOf(locals))
  const name = nameOf(strategy, path)
  const toolEntity = tools.length > 0 && !model ? ['ToolEntity'] : []
  return moduleText({
    doc: `The agent strategy described in ${path}.`,
    standard: [
      ...(model ? ['import json'] : []),
      ...readers.imports,
      'from collections.abc import Generator',
      'from typing import Any',
    ],
    sdk: [
      'from dify_plugin.entities.agent import AgentInvokeMessage',
      ...(model
        ? loopImports(found.instruction !== undefined, found.query !== undefined)
        : [`from dify_plugin.interfaces.agent import ${['AgentStrategy', ...toolEntity].join(', ')}`]),
      ...(usesFiles(locals) ? ['from dify_plugin.file.file import File'] : []),
    ],
    constants: model ? [...(limit ? [] : [`${rounds.name} = ${rounds.value}`]), ...fileTypes] : [],
    body: [
      `class ${className(stemOf(name), 'AgentStrategy', imported)}(AgentStrategy):`,
      ...invokeLines(found),
      '',
      ...(model ? [...promptLines(found), '', ...loopMethods] : answerLines(found)),
    ],
    functions: [
      ...(model ? [...loopFunctions, modelFunction] : []),
      ...(tools.length > 0 ? [toolsFunction] : []),
      ...readers.functions,
    ],
  })
}

/** `plan_strategy` is a PlanAgentStrategy, not a PlanStrategyAgentStrategy. */
function stemOf(name: string): string {
  return name.replace(/[^A-Za-z0-9]+(agent[^A-Za-z0-9]+)?strategy$/i, '')
}

function scopesOf(parameters: unknown): ReadonlyMap<string, string> {
  const list: unknown[] = Array.isArray(parameters) ? parameters : []
  return new Map(list.map((entry) => [textAt(entry, ['name']) ?? '', textAt(entry, ['scope']) ?? '']))
}

function invokeLines({ locals, model, tools, limit, inputs }: StrategyLocals): string[] {
  const reading = readingLines(locals, 8, ['yield self.create_text_message(str(exc))', 'return'])
  const names = inputs.map((local) => local.name)
  const offered =
    tools.length === 1 ? (tools[0]?.name ?? '[]') : `[${tools.map((local) => `*${local.name}`).join(', ')}]`
  return [
    '    def _invoke(self, parameters: dict[str, Any]) -> Generator[AgentInvokeMessage, None, None]:',
    ...reading,
    ...(reading.length > 0 ? [''] : []),
    ...(model
      ? [
          ...lay(call('messages = self._build_prompt', [`${model.name}.history_prompt_messages`, ...names]), 8),
          ...lay(call('yield from self._work', [model.name, offered, 'messages', limit?.name ?? rounds.name]), 8),
        ]
      : lay(call('yield self.create_text_message', [call('self._answer', names)]), 8)),
  ]
}

function signatureOf(locals: readonly Local[]): string[] {
  return locals.map(({ name, reading }) => `${name}: ${reading.annotation}`)
}

function promptLines({ inputs, instruction, query }: StrategyLocals): string[] {
  const message = (local: Local | undefined, kind: string) =>
    local
      ? [`        if ${local.name}:`, ...lay(call('messages.append', [call(kind, [`content=${local.name}`])]), 12)]
      : []
  return [
    ...lay(
      call(
        'def _build_prompt',
        ['self', 'history: list[PromptMessage]', ...signatureOf(inputs)],
        ' -> list[PromptMessage]:',
      ),
      4,
    ),
    `        # ${todoMark} say here what the model is to do, from all that the strategy was given.`,
    '        messages: list[PromptMessage] = []',
    ...message(instruction, 'SystemPromptMessage'),
    '        messages += history',
    ...message(query, 'UserPromptMessage'),
    '        return messages',
  ]
}

function answerLines({ inputs }: StrategyLocals): string[] {
  return [
    ...lay(call('def _answer', ['self', ...signatureOf(inputs)], ' -> str:'), 4),
    `        # ${todoMark} write what this strategy does. Give it a parameter of the type model-selector,`,
    '        # and this file asks that model in rounds, with the tools of a parameter array[tools].',
    '        return "The strategy works."',
  ]
}
