import type { OAuthPreset } from './preset'

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`

const base = {
  authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  revocationUrl: 'https://oauth2.googleapis.com/revoke',
  authorizationParameters: [{ name: 'access_type', value: 'offline' }],
  prompt: 'consent',
}

const common = {
  registerUrl: 'https://console.cloud.google.com/auth/clients',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  redirectNote: 'Google takes https, and http on localhost and 127.0.0.1 only. No raw IP addresses else, no fragments.',
  quirks: [
    'A refresh token comes only with access_type=offline, and again only with prompt=consent.',
    'An app in testing lets in the listed test users only, and its refresh tokens end after 7 days.',
  ],
  refresh: 'needs-offline-parameter',
  source: 'official-plugin',
} as const

const incremental = [...base.authorizationParameters, { name: 'include_granted_scopes', value: 'true' }]

export const google: readonly OAuthPreset[] = [
  {
    id: 'google-calendar',
    label: 'Google Calendar',
    settings: { ...base, scopes: [scope('calendar')] },
    ...common,
  },
  {
    id: 'google-calendar-trigger',
    label: 'Google Calendar, trigger',
    settings: { ...base, authorizationParameters: incremental, scopes: [scope('calendar.readonly')] },
    ...common,
  },
  {
    id: 'gmail',
    label: 'Gmail',
    settings: {
      ...base,
      scopes: ['readonly', 'send', 'compose', 'modify', 'labels'].map((name) => scope(`gmail.${name}`)),
    },
    ...common,
  },
  {
    id: 'gmail-trigger',
    label: 'Gmail, trigger',
    settings: { ...base, authorizationParameters: incremental, scopes: [scope('gmail.readonly')] },
    ...common,
  },
  {
    id: 'google-drive',
    label: 'Google Drive',
    settings: {
      ...base,
      scopes: ['drive.readonly', 'userinfo.profile', 'userinfo.email'].map(scope),
      whoAmIUrl: 'https://www.googleapis.com/oauth2/v2/userinfo',
    },
    ...common,
  },
  {
    id: 'google-drive-trigger',
    label: 'Google Drive, trigger',
    settings: {
      ...base,
      authorizationParameters: incremental,
      scopes: ['drive.metadata.readonly', 'drive.appdata'].map(scope),
    },
    ...common,
  },
  {
    id: 'google-contacts',
    label: 'Google Contacts',
    settings: { ...base, scopes: [scope('contacts')] },
    ...common,
  },
  {
    id: 'google-tasks',
    label: 'Google Tasks',
    settings: { ...base, scopes: [scope('tasks')] },
    ...common,
  },
]
