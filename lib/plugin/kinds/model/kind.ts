import type { Kind } from '../../kind'
import { createModel } from './create'
import { models } from './model'
import { modelPicture } from './picture'
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
  picture: modelPicture,
  variantChoices: ['Begin with', 'Models'],
  variants,
  signInNotes: {
    none: 'People enter the address of the service in Dify, and no key.',
    'api-key': 'People enter the address of the service and a key in Dify; your Python tries them.',
  },
  root: modelProvider,
  items: models,
  starters,
  create: createModel,
}
