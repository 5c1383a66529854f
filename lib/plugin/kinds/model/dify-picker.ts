import type { ViewContext } from '../../dify-view/context'
import type { Block, DifyView, Remark } from '../../dify-view/picture'
import { valueAt } from '../../schema/file-reference'
import {
  contextSizeOf,
  drawnFeatures,
  modelBadges,
  modelRow,
  modelsOf,
  providerIcon,
  shortSize,
  type ShownModel,
} from './dify-models'

const withFeatures = ['llm', 'text-embedding', 'rerank']

/** The popup in which apps choose a model, with the card that a pointed row opens (dify-ui.md section 5.2). */
export function pickerView(context: ViewContext, root: string, model: ShownModel): DifyView {
  const icon = providerIcon(context, root, 20)
  const models = modelsOf(context, root).filter(({ type }) => type === model.type)
  const features = drawnFeatures(model.value)
  const capabilities = withFeatures.includes(model.type) && features.shown.length > 0
  return {
    id: 'picker',
    title: 'Model picker',
    width: 320,
    shows: [
      ...(model.type === 'llm' ? ['features', 'model_properties', 'pricing'] : [undefined]).map((key) => ({
        file: model.file,
        at: key === undefined ? [] : [key],
      })),
    ],
    blocks: [
      { kind: 'heading', text: 'Beside a pointed row' },
      {
        kind: 'box',
        title: model.label,
        ...(icon && { icon }),
        groups: [
          { badges: modelBadges(model) },
          ...(capabilities ? [{ title: 'MultiModal Capabilities', badges: features.shown }] : []),
        ],
      } satisfies Block,
      { kind: 'heading', text: context.text(context.value(root), { file: root, at: ['label'] }, 'model').text },
      ...models
        .filter(({ deprecated }) => !deprecated)
        .map((each) => modelRow(each, icon, { chosen: each.file === model.file })),
    ],
    remarks: pickerRemarks(model, features.unseen),
  }
}

function pickerRemarks({ file, value, deprecated }: ShownModel, unseen: readonly string[]): Remark[] {
  const size = contextSizeOf(value)
  const listed = unseen.map((word) => `\`${word}\``).join(', ')
  return [
    ...(deprecated ? [{ message: 'No picker offers a deprecated model.', source: { file, at: ['deprecated'] } }] : []),
    ...(unseen.length > 0
      ? [
          {
            message: `Dify draws signs for vision, document, audio and video only, none for ${listed}.`,
            source: { file, at: ['features'] },
          },
        ]
      : []),
    ...(size !== undefined && size >= 1000 && size % 1000 !== 0
      ? [
          {
            message: `A context of ${size} reads ${shortSize(size)}: Dify counts by 1000 and cuts the rest.`,
            source: { file, at: ['model_properties', 'context_size'] },
          },
        ]
      : []),
    ...(valueAt(value, ['pricing']) === undefined
      ? []
      : [{ message: 'Dify reckons with the prices and shows them nowhere.', source: { file, at: ['pricing'] } }]),
  ]
}
