import { z } from 'zod'
import { credentialList } from './credential'
import { field } from './field'

/** `pkg/entities/plugin_entities/oauth.go: OAuthSchema`. Both lists are needed since Dify 1.7.0 (dify-api.md section 2.2). */
export const oauthSchema = field(
  z.looseObject({
    client_schema: credentialList(
      'client field',
      {
        title: 'Client',
        description:
          'What the admin of Dify fills in once: client id, client secret and the like of the app registered with the service.',
      },
      { required: ['G6'], noNull: ['G5', 'G6'], add: [] },
    ),
    credentials_schema: credentialList(
      'token field',
      {
        title: 'Tokens',
        description: 'What the sign-in stores for each user: access token, refresh token. Secrets are encrypted.',
      },
      { required: ['G6'], noNull: ['G5', 'G6'], add: [] },
    ),
  }),
  {
    title: 'OAuth',
    description:
      'Sign-in at the service instead of an API key. Leave it out when there is none; with it both lists must stand there, empty ones too.',
    widget: 'group',
    rare: true,
  },
  { go: 'map', sdk: 'map', noNull: [], came: { sdk: '0.4.2', dify: '1.7.0', declares: '1.7.1' } },
).optional()
