import type { KindViews } from '../kind-views'
import {
  authorizationButtons,
  authorizationDialogs,
  oauthAt,
  untilAuthorized,
  type SignIn,
} from '../../dify-view/authorization'
import type { ViewContext } from '../../dify-view/context'
import { chosenOption, entriesAt, labelOfEntry, remark, type Entry } from '../../dify-view/fields'
import { outputBlocks } from '../../dify-view/outputs'
import type { Block, Control, DifyView, Remark } from '../../dify-view/picture'
import { manifestPath } from '../../files'
import { referencesFrom } from '../../references'
import { textAt, valueAt } from '../../schema/file-reference'

/** Data sources on their page, their dialogs, and as a node of a knowledge pipeline (dify-ui.md section 6.3). */
export const datasourceViews: KindViews = {
  category: 'Data Source',
  page: 'Data Source',
  detail: () => [{ kind: 'heading', text: '0 action included', upper: true }],
  detailRemarks: (_, root) => [
    {
      message: 'This drawer never lists what a data source has: it always counts 0.',
      source: { file: root, at: ['datasources'] },
    },
  ],
  views: (context, root) => {
    const signIn = signInOf(context, root)
    const items = itemsOf(context, root)
    const item = items.includes(context.file) ? context.file : items[0]
    return [
      pageView(context, signIn),
      ...authorizationDialogs(context, signIn),
      ...(item === undefined ? [] : [nodeView(context, signIn, item)]),
    ]
  },
}

function signInOf(context: ViewContext, root: string): SignIn {
  const keyPlaces = [['credentials_schema']]
  const keys = entriesAt(context.value(root), root, ['credentials_schema'])
  return { root, kind: 'datasource', keys, keyPlaces, oauth: oauthAt(context, root) }
}

/** The card on the page of data sources, what "Configure" opens, and what a saved set of credentials looks like. */
function pageView(context: ViewContext, signIn: SignIn): DifyView {
  const { root, keys, oauth } = signIn
  const provider = context.value(root)
  const own = (text: string) => ({ text, source: { file: root, at: [] } })
  const buttons = authorizationButtons(signIn)
  return {
    id: 'page',
    title: 'Data Source page',
    width: 640,
    shows: [{ file: root, at: [] }],
    blocks: [
      {
        kind: 'card',
        look: 'provider',
        icon: { file: `_assets/${textAt(provider, ['identity', 'icon']) ?? ''}`, fit: 'contain', size: 32, radius: 8 },
        label: context.text(provider, { file: root, at: ['identity', 'label'] }, 'form'),
        version: textAt(context.value(manifestPath), ['version']),
        side: { button: 'Configure' },
      },
      ...(buttons.length > 0
        ? [
            { kind: 'heading' as const, text: 'Behind “Configure”' },
            ...buttons,
            { kind: 'heading' as const, text: 'Connected' },
            ...(oauth ? [{ kind: 'model' as const, label: own('Auth 1'), badges: ['Default', 'connected'] }] : []),
            ...(keys.length > 0
              ? [
                  {
                    kind: 'model' as const,
                    label: own('API KEY 1'),
                    badges: [...(oauth ? [] : ['Default']), 'connected'],
                  },
                ]
              : []),
          ]
        : []),
    ],
    remarks:
      valueAt(provider, ['identity', 'description']) === undefined
        ? []
        : [
            {
              message: 'The page does not show the `description` of the provider.',
              source: { file: root, at: ['identity', 'description'] },
            },
          ],
  }
}

function itemsOf(context: ViewContext, root: string): string[] {
  return referencesFrom(context.files, root).flatMap(({ as, file }) =>
    as === 'datasource' && context.files.has(file) ? [file] : [],
  )
}

function nodeView(context: ViewContext, signIn: SignIn, file: string): DifyView {
  const parameters = entriesAt(context.value(file), file, ['parameters'])
  return {
    id: 'node',
    title: 'Pipeline node',
    width: 400,
    shows: [{ file, at: [] }],
    blocks: [
      {
        kind: 'card',
        look: 'node',
        label: context.text(context.value(file), { file, at: ['identity', 'label'] }, 'card'),
      },
      ...(parameters.length > 0 ? [{ kind: 'heading', text: 'Input Variables', upper: true } as const] : []),
      ...parameters.map((entry): Block => parameterField(context, entry)),
      { kind: 'heading', text: 'Output Variables', upper: true },
      ...outputBlocks(context.value(file), file, datasourceType),
    ],
    remarks: untilAuthorized(signIn),
  }
}

const datasourceType = [['datasource_type', 'string', 'Type of the data source']] as const

function parameterField(context: ViewContext, entry: Entry): Block {
  const remarks: Remark[] = [
    remark(entry, 'description', 'The node does not show the `description` of a parameter: let its label say enough.'),
  ]
  return {
    kind: 'field',
    field: {
      label: labelOfEntry(context, entry),
      required: valueAt(entry.value, ['required']) === true,
      control: controlOf(context, entry),
      remarks,
    },
  }
}

function controlOf(context: ViewContext, entry: Entry): Control {
  const given = valueAt(entry.value, ['default'])
  const text = given === undefined || given === null ? undefined : String(given)
  switch (textAt(entry.value, ['type'])) {
    case 'number':
      return { kind: 'input', text, variable: true }
    case 'boolean':
      return { kind: 'choices', options: ['True', 'False'], chosen: given === true ? 0 : 1, variable: true }
    case 'select':
      return { kind: 'select', text: chosenOption(context, entry, text), placeholder: 'Select', variable: true }
    default:
      return { kind: 'input', text, placeholder: "Type '/' to insert a variable", badge: 'String' }
  }
}
