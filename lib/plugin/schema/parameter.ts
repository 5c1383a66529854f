import { z } from 'zod'
import { field } from './field'
import { identifierName } from './written-name'

/** Name of a parameter of a tool or strategy: `tool_declaration.go: ToolParameter`, `agent_declaration.go: AgentStrategyParameter`. */
export function parameterName(description: string) {
  return field(
    z.string().min(1).max(1023),
    { title: 'Name', description, example: 'query', mono: true },
    {
      written: identifierName,
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      notEmpty: ['struct'],
      max: { length: 1023, by: ['struct'] },
    },
  )
}

/** Limits of a number; Dify shows them to people and enforces none (dify-api.md section 3.1). */
export const numberLimits = {
  min: field(
    z.number().optional(),
    {
      title: 'Min',
      description: 'Smallest number. Shown to people, not enforced by Dify.',
      widget: 'number',
      showFor: { type: ['number'] },
    },
    { go: 'float', sdk: 'float', noNull: [] },
  ),
  max: field(
    z.number().optional(),
    {
      title: 'Max',
      description: 'Largest number. Shown to people, not enforced by Dify.',
      widget: 'number',
      showFor: { type: ['number'] },
    },
    { go: 'float', sdk: 'float', noNull: [] },
  ),
  precision: field(
    z.int().optional(),
    {
      title: 'Precision',
      description: 'Digits after the decimal point; 0 for whole numbers.',
      widget: 'number',
      showFor: { type: ['number'] },
    },
    { go: 'int', sdk: 'int', noNull: [] },
  ),
}

/** What a selector is narrowed to; several words are joined by "&" (tool.md section 1.3). */
export const parameterScope = field(
  z.string().max(1024).optional(),
  {
    title: 'Scope',
    description:
      'Narrows the selector: words joined by "&". Models: llm, text-embedding, rerank, tts, speech2text, moderation, vision, document, tool-call. Apps: all, chat, workflow, completion. Any: string, number, object, array[string] …',
    example: 'llm&vision',
    mono: true,
    showFor: { type: ['model-selector', 'app-selector', 'any'] },
  },
  { go: 'text', sdk: 'text', noNull: [], max: { length: 1024, by: ['struct'] } },
)

/** What helps people to write a long text (tool.md section 1.5). */
export const promptHelp = {
  auto_generate: field(
    z.looseObject({
      type: field(
        z.enum(['prompt_instruction']),
        { title: 'Type', description: 'The only sort that Dify has.', widget: 'select' },
        {
          go: 'text',
          sdk: 'text',
          required: ['struct', 'G5', 'G6'],
          words: [
            {
              rule: 'auto-generate-type',
              by: ['struct', 'G5', 'G6'],
              words: ['prompt_instruction'],
              why: 'it is the only way to generate a value that Dify has',
            },
          ],
        },
      ),
    }),
    {
      title: 'Auto generate',
      description: 'A button that lets a model write the value, as for prompts.',
      widget: 'group',
      rare: true,
      showFor: { type: ['string'] },
    },
    { go: 'map', sdk: 'map', noNull: [] },
  ).optional(),
  template: field(
    z.looseObject({
      enabled: field(
        z.boolean(),
        { title: 'Enabled', description: 'Jinja is understood in the input box.', widget: 'switch', absent: false },
        { go: 'bool', sdk: 'bool', required: ['G5'] },
      ),
    }),
    {
      title: 'Template',
      description: 'Jinja in the input box.',
      widget: 'group',
      rare: true,
      showFor: { type: ['string'] },
    },
    { go: 'map', sdk: 'map', noNull: [] },
  ).optional(),
}
