/** A field of an `oauth_schema`. */
interface OAuthField {
  name: string
  type: string
  required?: true
  label: { en_US: string }
}

const field = (name: string, type: string, label: string, required = false): OAuthField => ({
  name,
  type,
  ...(required ? { required } : {}),
  label: { en_US: label },
})

/** The client that an admin of Dify fills in. */
export const clientFields = {
  id: field('client_id', 'text-input', 'Client ID', true),
  secret: field('client_secret', 'secret-input', 'Client secret', true),
  /** Part of an address: `{tenant}`. */
  variable: (name: string) =>
    field(name, 'text-input', name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')),
} as const

/** What Dify keeps of a token. */
export const tokenFields = {
  access: field('access_token', 'secret-input', 'Access token'),
  refresh: field('refresh_token', 'secret-input', 'Refresh token'),
} as const
