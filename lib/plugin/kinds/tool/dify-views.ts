import type { KindViews } from '../kind-views'
import type { ViewContext } from '../../dify-view/context'
import { credentialField, entriesAt } from '../../dify-view/fields'
import type { Block, DifyView, Field, Text } from '../../dify-view/picture'
import { referencesFrom } from '../../references'
import { valueAt } from '../../schema/file-reference'
import { agentView, nodeView } from './dify-parameters'

/** Tools in the drawer, their dialogs and nodes (dify-ui.md sections 2.4, 3.4 and 4). */
export const toolViews: KindViews = {
  category: 'Tool',
  detail: (context, root) => {
    const tools = toolsOf(context, root)
    return [
      ...authorization(context, root),
      { kind: 'heading', text: `${tools.length} ${tools.length === 1 ? 'action' : 'actions'} included`, upper: true },
      ...tools.map((file): Block => ({
        kind: 'box',
        title: textIn(context, file, ['identity', 'label'], 'card'),
        description: textIn(context, file, ['description', 'human'], 'card'),
      })),
    ]
  },
  views: (context, root) => {
    const tools = toolsOf(context, root)
    const tool = tools.includes(context.file) ? context.file : tools[0]
    return [
      ...dialogs(context, root),
      ...(tool === undefined ? [] : [nodeView(context, tool), agentView(context, tool)]),
    ]
  },
}

function toolsOf(context: ViewContext, root: string): string[] {
  return referencesFrom(context.files, root).flatMap(({ as, file }) =>
    as === 'tool' && context.files.has(file) ? [file] : [],
  )
}

export function textIn(context: ViewContext, file: string, at: readonly string[], mapping: 'card' | 'form'): Text {
  return context.text(context.value(file), { file, at }, mapping)
}

const keyLists = [['credentials_for_provider'], ['credentials_schema']]
const clientList = ['oauth_schema', 'client_schema']

function credentialsOf(context: ViewContext, root: string) {
  const provider = context.value(root)
  return keyLists.map((at) => entriesAt(provider, root, at)).find((entries) => entries.length > 0) ?? []
}

function hasSignIn(context: ViewContext, root: string): boolean {
  return valueAt(context.value(root), ['oauth_schema']) !== undefined
}

/** What the drawer offers before anything is authorised (dify-ui.md section 3.4). */
function authorization(context: ViewContext, root: string): Block[] {
  const key = credentialsOf(context, root).length > 0
  if (hasSignIn(context, root))
    return key
      ? [
          { kind: 'button', text: 'Setup OAuth Client', primary: true },
          { kind: 'or' },
          { kind: 'button', text: 'Add API Key' },
        ]
      : [{ kind: 'button', text: 'Setup OAuth Client', primary: true }]
  return key ? [{ kind: 'button', text: 'API Key Authorization Configuration', primary: true }] : []
}

function dialogs(context: ViewContext, root: string): DifyView[] {
  const key = credentialsOf(context, root)
  const client = entriesAt(context.value(root), root, clientList)
  return [
    ...(key.length > 0
      ? [
          {
            id: 'credentials',
            title: 'Credentials',
            width: 640,
            shows: keyLists.map((at) => ({ file: root, at })),
            heading: 'API Key Authorization Configuration',
            blocks: [
              fixedField(root, 'Authorization Name'),
              ...key.map((entry): Block => ({ kind: 'field', field: credentialField(context, entry) })),
              buttons('Cancel', 'Save'),
              { kind: 'fine' as const, text: 'Your API Key will be encrypted and stored using PKCS1_OAEP technology.' },
            ],
            remarks: [],
          },
        ]
      : []),
    ...(hasSignIn(context, root)
      ? [
          {
            id: 'oauth-client',
            title: 'OAuth client',
            width: 480,
            shows: [{ file: root, at: ['oauth_schema'] }],
            heading: 'OAuth Client Settings',
            blocks: [
              ...client.map((entry): Block => ({ kind: 'field', field: credentialField(context, entry) })),
              buttons('Cancel', 'Save only', 'Save and Authorize'),
            ],
            remarks: [],
          },
        ]
      : []),
  ]
}

function fixedField(root: string, label: string): Block {
  const field: Field = {
    label: { text: label, source: { file: root, at: [] } },
    required: false,
    control: { kind: 'input', placeholder: label },
  }
  return { kind: 'field', field }
}

function buttons(...texts: string[]): Block {
  return { kind: 'actions', buttons: texts.map((text, index) => ({ text, primary: index === texts.length - 1 })) }
}
