/** What sentences call the fields of the form, as their labels do or in the middle of a sentence, and the field of each. */
const fields: Readonly<Record<string, string>> = {
  'client id': 'settings.clientId',
  'client secret': 'clientSecret',
  'authorization url': 'settings.authorizationUrl',
  'token url': 'settings.tokenUrl',
  'revocation url': 'settings.revocationUrl',
  'introspection url': 'settings.introspectionUrl',
  'userinfo url': 'settings.userinfoUrl',
  'who-am-i url': 'settings.whoAmIUrl',
  issuer: 'settings.issuer',
  scopes: 'settings.scopes',
  pkce: 'settings.pkce',
  prompt: 'settings.prompt',
  audience: 'settings.audience',
  'client sign-in': 'settings.clientAuthentication',
  'body of token requests': 'settings.tokenBody',
  'between scopes': 'settings.scopeDelimiter',
  'name the scopes when refreshing': 'settings.refreshSendsScope',
  'place of the token': 'settings.tokenPath',
  'lifetime where the answer names none': 'settings.defaultExpiresIn',
  'word before the token': 'settings.whoAmIScheme',
  'further parameters': 'add-tokenParameters',
  'extra parameters': 'add-tokenParameters',
}

const names = Object.keys(fields).sort((one, other) => other.length - one.length)
const named = new RegExp(`(?<![\\w-])(${names.join('|')})(?![\\w-])`, 'gi')

/** A sentence in pieces: those that name a field of the form have it. */
export function piecesOf(text: string): { text: string; field?: string }[] {
  return text
    .split(named)
    .map((piece, index) => (index % 2 === 1 ? { text: piece, field: fields[piece.toLowerCase()] } : { text: piece }))
    .filter((piece) => piece.text !== '')
}
