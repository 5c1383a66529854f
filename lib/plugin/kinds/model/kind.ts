import type { Kind } from '../../document'
import { createModel } from './create'
import { models } from './model'
import { modelProvider } from './provider'
import { starters, variants } from './variants'

/** Models: one provider with models of up to six types. */
export const modelKind: Kind = {
  id: 'model',
  title: 'Models',
  summary: 'Language models, embeddings, voices and the like',
  icon: 'brain',
  docsUrl: 'https://docs.dify.ai/en/develop-plugin/dev-guides-and-walkthroughs/creating-new-model-provider',
  manifestKey: 'models',
  alone: true,
  variants,
  root: modelProvider,
  items: models,
  starters,
  create: createModel,
}
