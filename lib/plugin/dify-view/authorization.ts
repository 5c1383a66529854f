import { difyCallbackPath } from '../../dify-callback-path'
import { manifestPath } from '../files'
import { textAt, valueAt } from '../schema/file-reference'
import type { YamlPath } from '../yaml/parse'
import type { ViewContext } from './context'
import { credentialField, entriesAt, type Entry } from './fields'
import type { Block, Control, DifyView, Remark } from './picture'

/** How a provider is signed in to: what is asked for a key, and where its OAuth stands. Words of Dify's path in `kind`. */
export interface SignIn {
  root: string
  kind: 'tool' | 'datasource' | 'trigger'
  keys: readonly Entry[]
  /** Where keys may stand in the file. */
  keyPlaces: readonly YamlPath[]
  /** The place of `oauth_schema`; undefined where the file has none. */
  oauth?: YamlPath
}

/** What is offered before anything is authorised (dify-ui.md section 3.4, without a client of the server's own). */
export function authorizationButtons({ keys, oauth }: SignIn): Block[] {
  const client: Block = { kind: 'button', text: 'Setup OAuth Client', primary: true }
  if (keys.length === 0) return oauth ? [client] : []
  return oauth
    ? [client, { kind: 'or' }, { kind: 'button', text: 'Add API Key' }]
    : [{ kind: 'button', text: 'API Key Authorization Configuration', primary: true }]
}

/** That a place shows its fields only to those who are signed in. */
export function untilAuthorized({ root, keys, keyPlaces, oauth }: SignIn): Remark[] {
  const at = keys.length > 0 ? keyPlaces.find((place) => keys[0]?.source.at[0] === place[0]) : oauth
  return at
    ? [{ message: 'Dify hides these fields until somebody has authorised the plugin.', source: { file: root, at } }]
    : []
}

/** The dialogs of what the provider declares. */
export function authorizationDialogs(context: ViewContext, signIn: SignIn): DifyView[] {
  return [
    ...(signIn.keys.length > 0 ? [keyDialog(context, signIn)] : []),
    ...(signIn.oauth ? [clientDialog(context, signIn, signIn.oauth)] : []),
  ]
}

function keyDialog(context: ViewContext, { root, keys, keyPlaces }: SignIn): DifyView {
  return {
    id: 'credentials',
    title: 'Credentials',
    width: 640,
    shows: keyPlaces.map((at) => ({ file: root, at })),
    heading: 'API Key Authorization Configuration',
    subline:
      'After configuring credentials, all members within the workspace can use this tool when orchestrating applications.',
    blocks: [
      readme,
      authorizationName(root),
      ...keys.map((entry): Block => ({ kind: 'field', field: credentialField(context, entry) })),
      fixedField(root, 'Who can use', {
        kind: 'choices',
        options: ['Only me', 'All team members'],
        column: true,
        dots: true,
      }),
      actions('Cancel', 'Save'),
      encrypted,
    ],
    remarks: [],
  }
}

/** The client of OAuth, for which people register the redirect URI: it stands above the first field. */
export function clientDialog(context: ViewContext, { root, kind }: SignIn, oauth: YamlPath): DifyView {
  const fields = entriesAt(context.value(root), root, [...oauth, 'client_schema']).map((entry): Block => ({
    kind: 'field',
    field: credentialField(context, entry),
  }))
  const source = { file: root, at: oauth }
  return {
    id: 'oauth-client',
    title: 'OAuth client',
    width: 480,
    shows: [source],
    heading: 'OAuth Client Settings',
    blocks: [
      ...(fields.length > 0 ? [redirect(context, root, kind)] : []),
      ...fields,
      actions('Cancel', 'Save only', 'Save and Authorize'),
    ],
    remarks:
      fields.length > 0
        ? [{ message: 'The redirect URI begins with the address of the Dify that people use.', source }]
        : [{ message: 'The redirect URI stands above the first field of `client_schema`, and there is none.', source }],
  }
}

function redirect(context: ViewContext, root: string, kind: string): Block {
  const manifest = context.value(manifestPath)
  const path = difyCallbackPath({
    author: textAt(manifest, ['author']) ?? '',
    plugin: textAt(manifest, ['name']) ?? '',
    provider: textAt(context.value(root), ['identity', 'name']) ?? '',
    kind,
  })
  return {
    kind: 'info',
    text: 'As no system client secrets found for this tool provider, setup it manually is required, for redirect_uri, please use',
    value: `https://…${path}`,
    button: 'Copy',
  }
}

/** The link to the plugin's README in drawers and dialogs. */
export const readme: Block = { kind: 'link', text: 'Need help? Check the README.' }

export const encrypted: Block = {
  kind: 'fine',
  text: 'Your API Key will be encrypted and stored using PKCS1_OAEP technology.',
}

/** The optional name of a set of credentials. */
export function authorizationName(root: string): Block {
  return fixedField(root, 'Authorization Name', { kind: 'input', placeholder: 'Authorization Name' })
}

/** A field of the console's own. */
export function fixedField(root: string, label: string, control: Control, required = false): Block {
  return { kind: 'field', field: { label: { text: label, source: { file: root, at: [] } }, required, control } }
}

/** The buttons of a dialog; the last one does what the dialog is for. */
export function actions(...texts: string[]): Block {
  return { kind: 'actions', buttons: texts.map((text, index) => ({ text, primary: index === texts.length - 1 })) }
}

/** The place of `oauth_schema` below `at`, where the file has one. */
export function oauthAt(context: ViewContext, root: string, at: YamlPath = []): YamlPath | undefined {
  const place = [...at, 'oauth_schema']
  return valueAt(context.value(root), place) === undefined ? undefined : place
}
