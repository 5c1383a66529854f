import type { Ref } from '../../document'
import { fileRefs } from '../../schema/file-reference'
import { documentIdOf, type ModelType } from './model-types'

/** The patterns that fit the files of one type of models: `*` stops at a slash, the file of their order is none of them. */
export function patternsOf(provider: unknown, type: ModelType): Ref[] {
  return fileRefs(provider, ['models', type.key, 'predefined'], documentIdOf(type)).map((ref) => ({
    ...ref,
    file: ref.target,
    pattern: { except: '_position.yaml' },
  }))
}

/** Python with classes of models: the SDK takes all that it finds there (`plugin_registration.py: _resolve_model_providers`). */
export function modelSources(provider: unknown): Ref[] {
  return fileRefs(provider, ['extra', 'python', 'model_sources'], 'python').map((ref) => ({ ...ref, anyClasses: true }))
}
