import type { ViewContext } from '../../dify-view/context'
import type { Block, DifyView, Remark } from '../../dify-view/picture'
import { manifestPath } from '../../files'
import { textAt, valueAt } from '../../schema/file-reference'
import { drawnFeatures, modelBadges, modelRow, modelsOf, providerIcon, typeBadge } from './dify-models'
import { modelTypes } from './model-types'

/** The provider on Settings > Model Provider, before and after it is set up, with its models (dify-ui.md sections 5.1 and 5.2). */
export function providerView(context: ViewContext, root: string): DifyView {
  const provider = context.value(root)
  const models = modelsOf(context, root)
  const small = providerIcon(context, root, 20)
  const listed = hasMethod(provider, 'predefined-model')
  const count = `${models.length} ${models.length === 1 ? 'Model' : 'Models'}`
  const fresh = listed
    ? card(context, root, ['No API key yet'], {
        status: 'API key required',
        button: 'Add API Key',
        primary: true,
      })
    : card(context, root, ['No model yet'])
  return {
    id: 'provider',
    title: 'Model Provider',
    width: 640,
    shows: [{ file: root, at: [] }, ...models.map(({ file }) => ({ file, at: ['deprecated'] }))],
    blocks: [
      { kind: 'heading', text: 'In Settings, before it is set up' },
      fresh,
      ...(listed
        ? [
            { kind: 'heading' as const, text: 'Set up, with its models shown' },
            card(context, root, [count], { status: 'API KEY 1', button: 'Configure', ready: true }),
            ...models.map((model) =>
              modelRow(model, small, {
                badges: [...modelBadges(model), ...drawnFeatures(model.value).shown],
                on: !model.deprecated,
                struck: model.deprecated,
              }),
            ),
          ]
        : []),
    ],
    remarks: [...unusedRemarks(provider, root), ...iconRemarks(provider, root), ...orderRemarks(context, root)],
  }
}

export function hasMethod(provider: unknown, method: string): boolean {
  const methods = valueAt(provider, ['configurate_methods'])
  return Array.isArray(methods) && methods.includes(method)
}

/** The words of `supported_model_types`. */
export function supportedTypes(provider: unknown): string[] {
  const types = valueAt(provider, ['supported_model_types'])
  return Array.isArray(types) ? types.filter((word): word is string => typeof word === 'string') : []
}

type Side = Extract<Block, { kind: 'card' }>['side']

function card(context: ViewContext, root: string, strip: readonly string[], side?: Side): Block {
  const provider = context.value(root)
  return {
    kind: 'card',
    look: 'provider',
    icon: providerIcon(context, root, 24) ?? { file: '', fit: 'stretch', size: 24, radius: 6 },
    label: context.text(provider, { file: root, at: ['label'] }, 'model'),
    version: textAt(context.value(manifestPath), ['version']),
    badges: supportedTypes(provider).map(typeBadge),
    ...(side && { side }),
    strip: hasMethod(provider, 'customizable-model') ? [...strip, '+ Add Model'] : strip,
  }
}

/** What the file has and the page does not draw. */
function unusedRemarks(provider: unknown, root: string): Remark[] {
  const at = (key: string) => ({ file: root, at: [key] })
  const said: readonly (readonly [string, string])[] = [
    ['background', 'Dify does not draw `background`: the card is neutral grey in both themes.'],
    ['description', 'The page does not show the `description` of the provider.'],
    ['icon_large', 'Only Dify before 1.11.3 shows `icon_large`: this page draws `icon_small` and the label.'],
  ]
  return said.flatMap(([key, message]) =>
    valueAt(provider, [key]) === undefined ? [] : [{ message, source: at(key) }],
  )
}

function iconRemarks(provider: unknown, root: string): Remark[] {
  const icons = valueAt(provider, ['icon_small'])
  const source = { file: root, at: ['icon_small'] }
  if (!textAt(icons, ['en_US']))
    return [{ message: 'Without `icon_small` Dify draws a grey sign in its place.', source }]
  const others = Object.keys(typeof icons === 'object' && icons !== null ? icons : {}).filter(
    (key) => key !== 'en_US' && key !== 'zh_Hans',
  )
  return [
    ...(textAt(provider, ['icon_small_dark', 'en_US'])
      ? []
      : [
          {
            message: 'Without `icon_small_dark` the light icon stands on a dark ground (#27272b) in the dark theme.',
            source: { file: root, at: ['icon_small_dark'] },
          },
        ]),
    ...others.map((key) => ({
      message: `Dify keeps icons for English and Chinese only: \`${key}\` is dropped.`,
      source: { file: root, at: ['icon_small', key] },
    })),
  ]
}

function orderRemarks(context: ViewContext, root: string): Remark[] {
  const models = modelsOf(context, root)
  const late = modelTypes.flatMap(({ word, key, title }) => {
    const count = models.filter(({ type, ordered }) => type === word && !ordered).length
    if (count === 0) return []
    const which = count === 1 ? '1 model is' : `${count} models are`
    return [
      {
        message: `${title}: ${which} not in the file of the order and ${count === 1 ? 'stands' : 'stand'} behind the others, by path.`,
        source: { file: root, at: ['models', key, 'position'] },
      },
    ]
  })
  const old = models.find(({ deprecated }) => deprecated)
  return [
    ...late,
    ...(old
      ? [
          {
            message: 'A deprecated model stays in this list, struck through; the model picker leaves it out.',
            source: { file: old.file, at: ['deprecated'] },
          },
        ]
      : []),
  ]
}
