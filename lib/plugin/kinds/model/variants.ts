import type { Starter, Variant } from '../../document'
import { modelTypes, type ModelType } from './model-types'

/** What a plugin of this kind begins with: a type of models that it lists, or that people add by name. */
export const variants: readonly Variant[] = modelTypes.flatMap(({ word, one }) => [
  { id: word, title: one, summary: `Lists a model in a file of its own: ${one}` },
  { id: `${word}-customizable`, title: `${one}, added by people`, summary: `People add models by name: ${one}` },
])

/** One starter for each; the command line's words are those of `supported_model_types`. */
export const starters: readonly Starter[] = variants.map(({ id, title, summary }) => ({
  id,
  kind: id.replace(/-customizable$/, ''),
  title,
  summary,
  answers: { credentials: 'api-key', variant: id },
}))

/** The type that a variant begins with, and whether people add its models; the first type where the word is none. */
export function variantOf(id: string | undefined): { type: ModelType; added: boolean } {
  const word = id?.replace(/-customizable$/, '')
  return { type: modelTypes.find((type) => type.word === word) ?? modelTypes[0], added: id !== word }
}
