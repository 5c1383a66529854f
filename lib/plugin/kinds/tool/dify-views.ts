import type { KindViews } from '../kind-views'
import type { ViewContext } from '../../dify-view/context'
import {
  authorizationButtons,
  authorizationDialogs,
  oauthAt,
  untilAuthorized,
  type SignIn,
} from '../../dify-view/authorization'
import { entriesAt } from '../../dify-view/fields'
import type { Block, Text } from '../../dify-view/picture'
import { referencesFrom } from '../../references'
import { drawerView } from './dify-drawer'
import { agentView, nodeView } from './dify-parameters'

/** Tools in the drawer, their dialogs and nodes (dify-ui.md sections 2.4, 3.4 and 4). */
export const toolViews: KindViews = {
  category: 'Tool',
  detail: (context, root) => {
    const tools = toolsOf(context, root)
    return [
      ...authorizationButtons(signInOf(context, root)),
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
    const signIn = signInOf(context, root)
    const hidden = untilAuthorized(signIn)
    return [
      ...authorizationDialogs(context, signIn),
      ...(tool === undefined
        ? []
        : [
            drawerView(context, signIn, tool),
            ...[nodeView(context, tool), agentView(context, tool)].map((view) => ({
              ...view,
              remarks: [...hidden, ...view.remarks],
            })),
          ]),
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

const keyPlaces = [['credentials_for_provider'], ['credentials_schema']]

function signInOf(context: ViewContext, root: string): SignIn {
  const provider = context.value(root)
  const keys = keyPlaces.map((at) => entriesAt(provider, root, at)).find((entries) => entries.length > 0) ?? []
  return { root, kind: 'tool', keys, keyPlaces, oauth: oauthAt(context, root) }
}
