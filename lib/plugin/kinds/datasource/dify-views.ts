import type { KindViews } from '../kind-views'
import type { ViewContext } from '../../dify-view/context'
import { credentialField, entriesAt, labelOfEntry, remark, type Entry } from '../../dify-view/fields'
import { outputBlocks } from '../../dify-view/outputs'
import type { Block, Control, DifyView, Remark } from '../../dify-view/picture'
import { referencesFrom } from '../../references'
import { textAt, valueAt } from '../../schema/file-reference'

const clientList = ['oauth_schema', 'client_schema']

/** Data sources on their page, in the popup that connects one, and as a node of a knowledge pipeline (dify-ui.md section 6.3). */
export const datasourceViews: KindViews = {
  category: 'Data Source',
  page: 'Data Source',
  detail: (context, root) => connectButtons(context, root),
  views: (context, root) => {
    const items = itemsOf(context, root)
    const item = items.includes(context.file) ? context.file : items[0]
    return [...dialogs(context, root), ...(item === undefined ? [] : [nodeView(context, item)])]
  },
}

function itemsOf(context: ViewContext, root: string): string[] {
  return referencesFrom(context.files, root).flatMap(({ as, file }) =>
    as === 'datasource' && context.files.has(file) ? [file] : [],
  )
}

function keysOf(context: ViewContext, root: string): Entry[] {
  return entriesAt(context.value(root), root, ['credentials_schema'])
}

function hasSignIn(context: ViewContext, root: string): boolean {
  return valueAt(context.value(root), ['oauth_schema']) !== undefined
}

/** The popup behind "Configure": OAuth where it is declared, and always the key, also without any field. */
function connectButtons(context: ViewContext, root: string): Block[] {
  const key: Block = { kind: 'button', text: 'Add API Key', primary: !hasSignIn(context, root) }
  return hasSignIn(context, root)
    ? [{ kind: 'button', text: 'Setup OAuth Client', primary: true }, { kind: 'or' }, key]
    : [key]
}

function dialogs(context: ViewContext, root: string): DifyView[] {
  const credentials: DifyView = {
    id: 'credentials',
    title: 'Credentials',
    width: 640,
    shows: [{ file: root, at: ['credentials_schema'] }],
    heading: 'API Key Authorization Configuration',
    blocks: [...fieldsOf(context, keysOf(context, root)), actions('Cancel', 'Save')],
    remarks: [],
  }
  if (!hasSignIn(context, root)) return [credentials]
  const client = entriesAt(context.value(root), root, clientList)
  return [
    credentials,
    {
      id: 'oauth-client',
      title: 'OAuth client',
      width: 480,
      shows: [{ file: root, at: ['oauth_schema'] }],
      heading: 'OAuth Client Settings',
      blocks: [...fieldsOf(context, client), actions('Cancel', 'Save only', 'Save and Authorize')],
      remarks: [],
    },
  ]
}

function fieldsOf(context: ViewContext, entries: readonly Entry[]): Block[] {
  return entries.map((entry) => ({ kind: 'field', field: credentialField(context, entry) }))
}

function actions(...texts: string[]): Block {
  return { kind: 'actions', buttons: texts.map((text, index) => ({ text, primary: index === texts.length - 1 })) }
}

function nodeView(context: ViewContext, file: string): DifyView {
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
    remarks: [],
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
      control: controlOf(entry),
      remarks,
    },
  }
}

function controlOf(entry: Entry): Control {
  const given = valueAt(entry.value, ['default'])
  const text = given === undefined || given === null ? undefined : String(given)
  switch (textAt(entry.value, ['type'])) {
    case 'number':
      return { kind: 'input', text, variable: true }
    case 'boolean':
      return { kind: 'choices', options: ['True', 'False'], chosen: given === true ? 0 : 1, variable: true }
    case 'select':
      return { kind: 'select', text, placeholder: 'Select', variable: true }
    default:
      return { kind: 'input', text, placeholder: "Type '/' to insert a variable", badge: 'String' }
  }
}
