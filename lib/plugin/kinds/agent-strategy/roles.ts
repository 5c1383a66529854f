import type { Field } from '../../python/fields'
import { numberIn } from '../../python/fields'

/** What the generated loop does with the parameters of a strategy: the usual ones are known by name and type. */
export interface Roles {
  /** The language model that is asked. */
  model?: Field
  tools: readonly Field[]
  /** Goes before everything as a system message. */
  instruction?: Field
  /** What the strategy works on. */
  query?: Field
  /** How often the model is asked at most. */
  limit?: Field
}

/** Roles by name where the type fits, else by type; every other parameter is handed to the prompt. */
export function rolesOf(fields: readonly Field[], scopes: ReadonlyMap<string, string>): Roles {
  const texts = fields.filter(({ type }) => type === 'string')
  const instruction = texts.find(({ name }) => name === 'instruction')
  return {
    model: fields.find(({ name, type }) => type === 'model-selector' && isLanguageModel(scopes.get(name) ?? '')),
    tools: fields.filter(({ type }) => type === 'array[tools]'),
    instruction,
    query: texts.find(({ name }) => name === 'query') ?? texts.find((field) => field !== instruction),
    limit: fields.find(({ name, type }) => type === 'number' && /^max(imum)?_(iterations|rounds|steps)$/.test(name)),
  }
}

const otherModels = ['text-embedding', 'rerank', 'tts', 'speech2text', 'moderation']

/** A scope without another type of model stands for language models (dify-ui.md section 3.2). */
function isLanguageModel(scope: string): boolean {
  const words = scope.split('&').map((word) => word.trim())
  return words.includes('llm') || !words.some((word) => otherModels.includes(word))
}

/** The limit as a whole number of at least 1, with a default unless people must enter one. */
export function wholeLimit(field: Field, instead: number): Field {
  const start = wholeOf(field.default) ?? (field.required ? undefined : instead)
  return {
    ...field,
    default: start === undefined ? undefined : Math.max(1, start),
    low: Math.max(1, wholeOf(field.low) ?? 1),
    whole: true,
    decimals: undefined,
  }
}

function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number(numberIn(value) ?? NaN)
  return Number.isSafeInteger(Math.trunc(number)) ? Math.trunc(number) : undefined
}
