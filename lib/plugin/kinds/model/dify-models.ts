import type { ViewContext } from '../../dify-view/context'
import type { Block, Icon, Text } from '../../dify-view/picture'
import { textOf } from '../../files'
import { itemListOf } from '../../item-lists'
import { namesInOrder, orderFileOf } from '../../item-order'
import { documentTypeOf, referencesFrom } from '../../references'
import { textAt, valueAt } from '../../schema/file-reference'
import { documentIdOf, modelTypes, type ModelType } from './model-types'

/** A model that the provider lists, as the console sees it. */
export interface ShownModel {
  file: string
  /** Its word in `model_type`. */
  type: string
  value: unknown
  label: Text
  deprecated: boolean
  /** False where the file with the order of its type does not name it. */
  ordered: boolean
}

/** The models of a provider by the word of their type, then in the order of `_position.yaml`, then by path. */
export function modelsOf(context: ViewContext, root: string): ShownModel[] {
  const orders = new Map(modelTypes.map((type) => [type.word, orderOf(context, root, type)] as const))
  const found = referencesFrom(context.files, root).flatMap(({ as, file }) => {
    const type = modelTypes.find((each) => documentIdOf(each) === as)
    if (!type || !context.files.has(file)) return []
    const value = context.value(file)
    const word = textAt(value, ['model_type']) ?? type.word
    const order = [...orders].find(([each]) => each === word)?.[1]
    const index = order?.indexOf(textAt(value, ['model']) ?? '') ?? -1
    const model: ShownModel = {
      file,
      type: word,
      value,
      label: labelOf(context, file, value),
      deprecated: valueAt(value, ['deprecated']) === true,
      ordered: order === undefined || index !== -1,
    }
    return [{ model, index: index === -1 ? Infinity : index }]
  })
  return found
    .sort((one, other) =>
      one.model.type === other.model.type
        ? one.index === other.index
          ? 0
          : one.index - other.index
        : one.model.type < other.model.type
          ? -1
          : 1,
    )
    .map(({ model }) => model)
}

/** Names in the file with the order of a type; undefined where there is none to read. */
function orderOf({ files }: ViewContext, root: string, type: ModelType): readonly string[] | undefined {
  const list = itemListOf(documentTypeOf(files, root), documentIdOf(type))
  const file = list && orderFileOf(files, root, list)
  const text = file === undefined ? undefined : textOf(files, file)
  return text === undefined ? undefined : namesInOrder(text)
}

/** The label, else the name. */
function labelOf(context: ViewContext, file: string, value: unknown): Text {
  const label = context.text(value, { file, at: ['label'] }, 'model')
  return label.text === '' ? { text: textAt(value, ['model']) ?? '', source: { file, at: ['model'] } } : label
}

/** `TEXT EMBEDDING`, in English in every language. */
export function typeBadge(word: string): string {
  return word.replaceAll('-', ' ').toUpperCase()
}

/** Type, mode and context of a model. */
export function modelBadges({ type, value }: ShownModel): string[] {
  const size = contextSizeOf(value)
  const mode = textAt(value, ['model_properties', 'mode'])
  return [typeBadge(type), ...(mode ? [mode.toUpperCase()] : []), ...(size === undefined ? [] : [shortSize(size)])]
}

export function contextSizeOf(value: unknown): number | undefined {
  const size = Number(valueAt(value, ['model_properties', 'context_size']) ?? NaN)
  return Number.isFinite(size) ? size : undefined
}

/** Thousands are cut, by 1000: 131072 is 131K (`utils.ts: sizeFormat`). */
export function shortSize(size: number): string {
  return size < 1000 ? String(size) : `${Math.floor(size / 1000)}K`
}

const drawn = { vision: 'Vision', document: 'Document', audio: 'Audio', video: 'Video' }

/** The features that the console draws, in its own order of the list; all others have no sign. */
export function drawnFeatures(value: unknown): { shown: string[]; unseen: string[] } {
  const list = valueAt(value, ['features'])
  const words = Array.isArray(list) ? list.filter((word): word is string => typeof word === 'string') : []
  const entries: readonly (readonly [string, string])[] = Object.entries(drawn)
  return {
    shown: words.flatMap((word) => entries.find(([key]) => key === word)?.[1] ?? []),
    unseen: words.filter((word) => !Object.hasOwn(drawn, word)),
  }
}

/** `icon_small` of the theme and language: Dify keeps pictures for English and Chinese only. */
export function providerIcon(context: ViewContext, root: string, size: number): Icon | undefined {
  const provider = context.value(root)
  const fileIn = (key: string) =>
    (context.language === 'zh_Hans' && textAt(provider, [key, 'zh_Hans'])) || textAt(provider, [key, 'en_US'])
  const name = (context.dark && fileIn('icon_small_dark')) || fileIn('icon_small')
  return name ? { file: `_assets/${name}`, fit: 'stretch', size, radius: 4 } : undefined
}

/** A row of a list of models; labels carry no remarks here, since names of models are the same in every language. */
export function modelRow(
  model: ShownModel,
  icon: Icon | undefined,
  more: { badges?: readonly string[]; on?: boolean; chosen?: boolean; struck?: boolean },
): Block {
  const { text, source } = model.label
  return { kind: 'model', label: { text, source }, ...(icon && { icon }), ...more }
}
