/** `oauth_schema` of a new provider: a client, and the tokens that Dify keeps. */
export function oauthSchemaText({ indent = '', refreshToken = true } = {}): string {
  const text = `oauth_schema:
  client_schema:
    - name: client_id
      type: text-input
      required: true
      label:
        en_US: Client ID
    - name: client_secret
      type: secret-input
      required: true
      label:
        en_US: Client secret
  credentials_schema:
    - name: access_token
      type: secret-input
      label:
        en_US: Access token
${refreshToken ? refreshTokenText : ''}`
  return text.replace(/^(?=.)/gm, indent)
}

const refreshTokenText = `    - name: refresh_token
      type: secret-input
      label:
        en_US: Refresh token
`

/** What a README says of the client, in front of how people sign in. */
export const oauthClientText =
  'To sign in at the service, somebody who administers Dify first registers an app with the service, under the redirect address that Dify shows, and enters its client ID and client secret.'

/** What Python that signs people in imports besides the SDK: lines of requirements.txt. */
export const flowRequirements = ['requests>=2.32.0,<3.0.0', 'werkzeug>=3.0.0,<4.0.0'] as const
