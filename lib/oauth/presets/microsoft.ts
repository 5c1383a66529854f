import type { OAuthPreset } from './preset'

const at = (host: string, tenant = '{tenant}') => ({
  authorizationUrl: `https://${host}/${tenant}/oauth2/v2.0/authorize`,
  tokenUrl: `https://${host}/${tenant}/oauth2/v2.0/token`,
})
const online = at('login.microsoftonline.com')
const me = 'https://graph.microsoft.com/v1.0/me'
const queryMode = [{ name: 'response_mode', value: 'query' }]

const tenant = {
  name: 'tenant',
  label: 'Tenant',
  example: 'common, organizations, consumers, or the ID of one',
}

const common = {
  registerUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  docsUrl: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  redirectNote:
    'Register it under the platform "Web". Microsoft takes https, and http on localhost only: no 127.0.0.1.',
  quirks: ['A refresh token comes only with the scope offline_access.', 'The scopes of one request belong to one API.'],
  refresh: 'rotating',
  source: 'official-plugin',
} as const

export const microsoft: readonly OAuthPreset[] = [
  {
    id: 'ms-outlook',
    label: 'Outlook',
    settings: {
      ...online,
      variables: { tenant: 'common' },
      scopes: ['Mail.Read', 'Mail.Send', 'Mail.ReadWrite', 'Calendars.ReadWrite', 'offline_access'],
      whoAmIUrl: me,
    },
    variables: [tenant],
    ...common,
  },
  {
    id: 'ms-outlook-trigger',
    label: 'Outlook, trigger',
    settings: {
      ...online,
      variables: { tenant: 'organizations' },
      scopes: ['offline_access', 'https://graph.microsoft.com/Mail.Read'],
      tokenParameters: [{ name: 'scope', value: 'offline_access https://graph.microsoft.com/Mail.Read' }],
      refreshSendsScope: true,
    },
    variables: [tenant],
    ...common,
  },
  {
    id: 'ms-teams',
    label: 'Microsoft Teams',
    settings: {
      ...online,
      variables: { tenant: 'common' },
      scopes: [
        'User.Read',
        'Team.ReadBasic.All',
        'Channel.ReadBasic.All',
        'ChannelMessage.Send',
        'Chat.ReadWrite',
        'ChatMessage.Send',
        'offline_access',
      ],
      whoAmIUrl: me,
    },
    variables: [tenant],
    ...common,
    quirks: [...common.quirks, 'Most of these scopes are for work accounts: "common" lets people in whom they fail.'],
  },
  {
    id: 'ms-excel',
    label: 'Excel',
    settings: {
      ...at('login.microsoftonline.com', 'common'),
      scopes: ['Files.ReadWrite', 'offline_access', 'Sites.Read.All'],
      authorizationParameters: queryMode,
      tokenParameters: [{ name: 'scope', value: 'Files.ReadWrite offline_access Sites.Read.All' }],
      refreshSendsScope: true,
    },
    ...common,
  },
  {
    id: 'ms-onedrive',
    label: 'OneDrive, data source',
    settings: {
      ...online,
      variables: { tenant: 'organizations' },
      scopes: ['offline_access', 'User.Read', 'Files.Read', 'Files.Read.All'],
      authorizationParameters: queryMode,
      tokenParameters: [{ name: 'scope', value: 'offline_access User.Read Files.Read Files.Read.All' }],
      refreshSendsScope: true,
      whoAmIUrl: me,
    },
    variables: [tenant],
    ...common,
  },
  {
    id: 'ms-onedrive-tool',
    label: 'OneDrive, tool',
    settings: {
      ...online,
      variables: { tenant: 'common' },
      scopes: ['Files.Read.All', 'Files.ReadWrite.All', 'offline_access'],
      whoAmIUrl: me,
    },
    variables: [tenant],
    ...common,
    quirks: [
      ...common.quirks,
      'The official plugin leaves the flow to the library MSAL, which adds openid and profile.',
    ],
  },
  {
    id: 'ms-todo',
    label: 'Microsoft To Do',
    settings: {
      ...online,
      variables: { tenant: 'common' },
      scopes: ['Tasks.ReadWrite', 'offline_access'],
      whoAmIUrl: me,
    },
    variables: [tenant],
    ...common,
    quirks: [
      ...common.quirks,
      'The official plugin leaves the flow to the library pymstodo, and keeps the whole answer under one key.',
    ],
    source: 'unverified',
  },
  {
    id: 'ms-sharepoint',
    label: 'SharePoint',
    settings: {
      ...online,
      variables: { tenant: 'organizations' },
      scopes: ['openid', 'offline_access', 'User.Read', 'Sites.Read.All', 'Files.Read.All'],
      authorizationParameters: queryMode,
      tokenParameters: [{ name: 'scope', value: 'openid offline_access User.Read Sites.Read.All Files.Read.All' }],
      whoAmIUrl: me,
    },
    variables: [tenant],
    ...common,
  },
  {
    id: 'azure-blob',
    label: 'Azure Blob Storage',
    settings: {
      ...at('{login}'),
      variables: { login: 'login.microsoftonline.com', tenant: 'organizations' },
      scopes: ['https://storage.azure.com/user_impersonation'],
      authorizationParameters: queryMode,
      prompt: 'consent',
      tokenParameters: [{ name: 'scope', value: 'https://storage.azure.com/user_impersonation' }],
      refreshSendsScope: true,
    },
    variables: [
      {
        name: 'login',
        label: 'Cloud',
        example:
          'login.microsoftonline.com, login.chinacloudapi.cn, login.microsoftonline.us, login.microsoftonline.de',
      },
      tenant,
    ],
    ...common,
    quirks: [
      'The scope goes with the cloud: storage.azure.com, .cn, .us or .de.',
      'Without offline_access among the scopes a refresh token is not promised.',
    ],
    refresh: 'standard',
  },
]
