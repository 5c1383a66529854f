import type { Remark } from '../remark'
import { difyRules } from './dify-rules'
import { refreshTokenRemedy } from './missing-refresh-token'
import type { Given, StoredKey } from './stored-credentials'

/** What is wrong with credentials as a whole; `seconds` is the lifetime that counts, -1 for ever. */
export function credentialRemarks(given: Given, keys: readonly StoredKey[], seconds: number): Remark[] {
  return [...secretRemarks(given, keys), ...expiryRemarks(given), ...refreshTokenRemarks(given, keys, seconds)]
}

function secretRemarks({ kind, clientSecret, clientSecretAt = [] }: Given, keys: readonly StoredKey[]): Remark[] {
  const remarks: Remark[] = []
  const leak = keys.find(
    ({ name, value }) =>
      /client_?secret/i.test(name) || clientSecretAt.includes(name) || (clientSecret !== '' && value === clientSecret),
  )
  if (leak)
    remarks.push({
      verdict: 'fail',
      text: `${leak.name} is the client secret: every account would carry it.`,
      remedy: 'Take it out of credentials_schema and of what Python returns; Dify hands it over with the client.',
    })
  if (
    difyRules[kind].refusesEmpty &&
    !keys.some(({ declaredAs, value }) => declaredAs !== undefined && value !== undefined)
  )
    remarks.push({
      verdict: 'fail',
      text: 'Nothing that is declared came: with empty credentials the sign-in fails in Dify.',
      remedy: 'Declare access_token in credentials_schema.',
    })
  const clear = keys.find(({ stored, secret, declaredAs }) => stored === 'clear' && secret && declaredAs !== undefined)
  if (clear)
    remarks.push({
      verdict: 'fail',
      text: `${clear.name} would be stored in clear text.`,
      remedy: 'Declare it as secret-input in credentials_schema.',
    })
  return remarks
}

function expiryRemarks({ schema }: Given): Remark[] {
  if (!schema.some(({ name }) => name === 'expires_at' || name === 'expires_in')) return []
  return [
    {
      verdict: 'note',
      text: 'Expiry is no credential: it is returned beside them, as expires_at.',
      remedy: 'Take it out of credentials_schema.',
    },
  ]
}

function refreshTokenRemarks(given: Given, keys: readonly StoredKey[], seconds: number): Remark[] {
  const { kind, settings, token, before } = given
  const rules = difyRules[kind]
  const refresh = keys.find(({ name }) => name === 'refresh_token')
  const remarks: Remark[] = []
  if (rules.corruptsDeclaredSecrets && refresh?.declaredAs === 'secret-input')
    remarks.push({
      verdict: 'fail',
      text: 'At a refresh Dify hands a declared refresh_token of a trigger over still encrypted (dify#37629).',
      remedy: 'Leave it out of credentials_schema and return it all the same, as text. It is then stored in clear.',
    })
  if (rules.corruptsDeclaredSecrets && refresh && refresh.declaredAs === undefined)
    remarks.push({
      verdict: 'note',
      text: 'The refresh token of a trigger stays undeclared, and is stored in clear: Dify cannot refresh it else (dify#37629).',
    })
  if (!rules.corruptsDeclaredSecrets && token.refreshToken !== undefined && refresh?.declaredAs === undefined)
    remarks.push({
      verdict: 'fail',
      text: 'A refresh token came, but it is not declared: it would be lost or stored in clear text.',
      remedy: 'Declare refresh_token as secret-input in credentials_schema.',
    })
  if (token.refreshToken === undefined && before?.refresh_token === undefined && seconds > 0)
    remarks.push({
      verdict: 'fail',
      text: 'No refresh token came: when the token ends, people have to sign in again.',
      remedy: refreshTokenRemedy(settings),
    })
  if (token.refreshToken !== undefined && seconds <= 0)
    remarks.push({
      verdict: 'note',
      text: 'A refresh token came, but nothing says when the token ends: Dify never refreshes.',
      remedy: 'Enter the lifetime that the documentation gives.',
    })
  return remarks
}
