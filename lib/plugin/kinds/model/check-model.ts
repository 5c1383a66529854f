import type { Finding } from '../../document'
import type { Files } from '../../files'
import { adviceAt } from '../../rules/advice'
import { editFix } from '../../rules/place'
import { shown } from '../../rules/report'
import { textAt } from '../../schema/file-reference'
import { setIn } from '../../yaml/edit'
import { modelTypes, type ModelType } from './model-types'

/**
 * Dify lists a model by its `model_type`, whichever list of the provider brings the file in (model.md section 2): what both say
 * should be the same.
 */
export function checkModel(type: ModelType, value: unknown, files: Files, path: string): Finding[] {
  const word = textAt(value, ['model_type'])
  const other = modelTypes.find((each) => each.word === word)
  if (!other || other === type) return []
  return [
    adviceAt(files, path, ['model_type'], {
      rule: 'model-type-list',
      message: `Write ${shown(type.word)} or move the file: the provider lists it under \`models.${type.key}\`, but Dify takes it for a model of the type ${shown(other.word)} and orders it among those.`,
      fix: editFix(`Write ${type.word}`, path, (text) => setIn(text, ['model_type'], type.word)),
    }),
  ]
}
