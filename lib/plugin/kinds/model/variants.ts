import type { Starter } from '../../kind'
import type { Variant } from '../../variant'
import { modelTypes, type ModelType } from './model-types'

/** What a plugin of this kind begins with: a type of models that it lists, or that people add by name. */
export const variants: readonly Variant[] = modelTypes.flatMap(({ word, one }) => [
  { id: word, title: one, form: 'Listed', summary: 'The plugin lists its models, each in a file of its own' },
  {
    id: `${word}-customizable`,
    title: one,
    form: 'Added by people',
    summary: 'People add models in Dify by the name that the service knows them by',
  },
])

/** One starter for each; the command line's words are those of `supported_model_types`. */
export const starters: readonly Starter[] = variants.map(({ id, title, summary }) => ({
  id,
  kind: id.replace(/-customizable$/, ''),
  title: variantOf(id).added ? `${title}, added by people` : title,
  summary,
  answers: { credentials: 'api-key', variant: id },
}))

/** The type that a variant begins with, and whether people add its models; the first type where the word is none. */
export function variantOf(id: string | undefined): { type: ModelType; added: boolean } {
  const word = id?.replace(/-customizable$/, '')
  return { type: modelTypes.find((type) => type.word === word) ?? modelTypes[0], added: id !== word }
}
