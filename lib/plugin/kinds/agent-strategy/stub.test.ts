import { describe, expect, it } from 'vitest'
import { formatPython, lintPython } from '../../python/test-ruff'
import { agentStrategyStarter } from './starter'
import { agentStrategyStub } from './stub'

function stub(strategy: string): string {
  const python = agentStrategyStub(new Map([['strategies/plan.yaml', strategy]]), 'strategies/plan.yaml')
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
  return python
}

/** The lines of `_invoke` and `_build_prompt` or `_answer`. */
function ownPart(python: string): string {
  return python.slice(python.indexOf('class '), python.indexOf('    def _work(')).trimEnd()
}

const path = 'strategies/plan.yaml'
const fresh = agentStrategyStarter({ name: 'plan_strategy', author: 'acme', path, python: 'strategies/plan.py' })

describe('agentStrategyStub', () => {
  it('reads the usual parameters, builds the prompt of them and lets the model work', () => {
    const python = stub(fresh)
    expect(ownPart(python)).toBe(`class PlanAgentStrategy(AgentStrategy):
    def _invoke(self, parameters: dict[str, Any]) -> Generator[AgentInvokeMessage, None, None]:
        try:
            model = _model(_required(parameters.get("model"), "Model"), "Model")
            tools = _tools(parameters.get("tools"), "Tools")
            instruction: str | None = parameters.get("instruction")
            query = str(_required(parameters.get("query"), "Query"))
            maximum_iterations = _whole_number(
                parameters.get("maximum_iterations"),
                "Maximum iterations",
                default=5,
                low=1,
                high=50,
            )
        except ValueError as exc:
            yield self.create_text_message(str(exc))
            return

        messages = self._build_prompt(model.history_prompt_messages, instruction, query)
        yield from self._work(model, tools, messages, maximum_iterations)

    def _build_prompt(
        self, history: list[PromptMessage], instruction: str | None, query: str
    ) -> list[PromptMessage]:
        # TODO(plugwright): say here what the model is to do, from all that the strategy was given.
        messages: list[PromptMessage] = []
        if instruction:
            messages.append(SystemPromptMessage(content=instruction))
        messages += history
        if query:
            messages.append(UserPromptMessage(content=query))
        return messages`)
    expect(python.match(/# TODO\(plugwright\):/g)).toHaveLength(2)
  })

  it('is a whole strategy also for an empty or broken file', () => {
    const expected = `"""The agent strategy described in strategies/plan.yaml."""

from collections.abc import Generator
from typing import Any

from dify_plugin.entities.agent import AgentInvokeMessage
from dify_plugin.interfaces.agent import AgentStrategy


class PlanAgentStrategy(AgentStrategy):
    def _invoke(self, parameters: dict[str, Any]) -> Generator[AgentInvokeMessage, None, None]:
        yield self.create_text_message(self._answer())

    def _answer(self) -> str:
        # TODO(plugwright): write what this strategy does. Give it a parameter of the type model-selector,
        # and this file asks that model in rounds, with the tools of a parameter array[tools].
        return "The strategy works."
`
    for (const text of ['', 'identity: [', 'parameters: {}\n', 'parameters: [null, 1, {type: model-selector}]\n'])
      expect(stub(text)).toBe(expected)
  })

  it('takes a language model by its scope, and hands other models to the prompt', () => {
    const python = stub(`parameters:
  - {name: embedder, type: model-selector, scope: text-embedding, label: {en_US: Embedder}}
  - {name: thinker, type: model-selector, scope: vision}
  - {name: second, type: model-selector, scope: llm}
`)
    expect(ownPart(python)).toContain('thinker = _model(_required(parameters.get("thinker"), "thinker"), "thinker")')
    expect(ownPart(python)).toContain(
      'messages = self._build_prompt(thinker.history_prompt_messages, embedder, second)',
    )
    expect(ownPart(python)).toContain('yield from self._work(thinker, [], messages, MAXIMUM_ROUNDS)')
    expect(python).toContain('\nMAXIMUM_ROUNDS = 3\nFILE_TYPES = (\n')
  })

  it('joins several lists of tools, and refuses an empty one where tools are required', () => {
    const python = stub(`parameters:
  - {name: model, type: model-selector}
  - {name: tools, type: 'array[tools]', required: true, label: {en_US: Tools}}
  - {name: more, type: 'array[tools]'}
`)
    expect(python).toContain('tools = _tools(_required(parameters.get("tools"), "Tools"), "Tools")')
    expect(python).toContain('yield from self._work(model, [*tools, *more], messages, MAXIMUM_ROUNDS)')
  })

  it.each([
    ['default: 2.5', 'default=2, low=1'],
    ['default: 0', 'default=1, low=1'],
    ['default: "7"', 'default=7, low=1'],
    ['min: -5', 'default=3, low=1'],
    ['min: 2.5, max: 9', 'default=3, low=2, high=9'],
  ])('makes whole rounds of a limit with %s', (limit, read) => {
    const python = stub(`parameters:
  - {name: model, type: model-selector}
  - {name: max_steps, type: number, label: {en_US: Steps}, ${limit}}
`)
    expect(python.replace(/\s+/g, '')).toContain(
      `max_steps=_whole_number(parameters.get("max_steps"),"Steps",${read.replaceAll(' ', '')}`,
    )
    expect(python).toContain('yield from self._work(model, [], messages, max_steps)')
  })

  it('asks for a required limit that has no default', () => {
    const python = stub(`parameters:
  - {name: model, type: model-selector}
  - {name: max_rounds, type: number, required: true}
`)
    expect(python.replace(/\s+/g, '')).toContain(
      'max_rounds=_required(_whole_number(parameters.get("max_rounds"),"max_rounds",default=None,low=1),"max_rounds",)',
    )
  })

  it('takes another text for the query, and no secret', () => {
    const python = stub(`parameters:
  - {name: model, type: model-selector}
  - {name: key, type: secret-input}
  - {name: instruction, type: string}
  - {name: task, type: string}
  - {name: notes, type: string}
`)
    expect(python).toContain('            messages.append(SystemPromptMessage(content=instruction))')
    expect(python).toContain('            messages.append(UserPromptMessage(content=task))')
    expect(python).not.toContain('content=notes')
    expect(python).not.toContain('content=key')
  })

  it('keeps parameters apart from the names that it uses itself', () => {
    const python = stub(`parameters:
  - {name: model, type: model-selector}
  - {name: messages, type: string}
  - {name: history, type: files}
  - {name: self, type: any}
`)
    expect(python).toContain('self._build_prompt(model.history_prompt_messages, messages_, history_, self_)')
    expect(python).toContain('from dify_plugin.file.file import File\n')
  })

  it('hands all that it reads to the answer of a strategy without a model', () => {
    const python = stub(`identity: {name: echo, label: {en_US: Echo}}
parameters:
  - {name: tools, type: 'array[tools]'}
  - {name: query, type: string, required: true}
`)
    expect(python).toContain('yield self.create_text_message(self._answer(tools, query))')
    expect(python).toContain('def _answer(self, tools: list[ToolEntity], query: str) -> str:')
    expect(python).toContain('return "The strategy works."')
    expect(python).toContain('from dify_plugin.interfaces.agent import AgentStrategy, ToolEntity\n')
  })

  it.each([
    ['strategy', 'StrategyAgentStrategy'],
    ['agent_strategy', 'AgentAgentStrategy'],
    ['my-agent-strategy', 'MyAgentStrategy'],
    ['ReAct', 'ReActAgentStrategy'],
    ['__', 'CustomAgentStrategy'],
  ])('calls the class of %s %s', (name, expected) => {
    expect(stub(`identity: {name: ${name}}\n`)).toContain(`class ${expected}(AgentStrategy):`)
  })
})
