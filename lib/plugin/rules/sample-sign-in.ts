import { createPlugin } from '../create'
import { writeFile, type Files } from '../files'

export const python = 'provider/nimbra.py'
export const yaml = 'provider/nimbra.yaml'

export const fresh = (kind: string) =>
  createPlugin([kind], { name: 'nimbra', author: 'saltmarsh', createdAt: '2026-01-15T09:00:00Z', credentials: 'oauth' })

export interface Parts {
  query: string
  exchange: string
  refresh: string
  head: string
}

/** A sign-in as other plugins have it, without fault; `parts` are its variations. */
export function signIn(parts: Partial<Parts> = {}, kind = 'tool'): Files {
  const made: Parts = {
    head: '',
    query: '{"client_id": a, "redirect_uri": redirect_uri, "state": state, "scope": "read"}',
    exchange: `        if request.args.get("state") != self._state():
            raise ToolProviderOAuthError("state")
        token = requests.post(URL, timeout=9).json()
        return ToolOAuthCredentials(
            credentials={"access_token": token["access_token"], "refresh_token": token["refresh_token"]},
            expires_at=int(time.time()) + token["expires_in"],
        )
`,
    refresh: `        token = requests.post(URL, timeout=9).json()
        return ToolOAuthCredentials(credentials={"access_token": token["a"]}, expires_at=time.time() + token["expires_in"])
`,
    ...parts,
  }
  const text = `class Nimbra(ToolProvider):
${made.head}    def _oauth_get_authorization_url(self, redirect_uri, system_credentials):
        query = ${made.query}
        return f"{self._URL}?{urlencode(query)}"

    def _oauth_get_credentials(self, redirect_uri, system_credentials, request):
${made.exchange}
${made.refresh === '' ? '' : `    def _oauth_refresh_credentials(self, redirect_uri, system_credentials, credentials):\n${made.refresh}`}`
  return writeFile(fresh(kind), python, text)
}

/** Parts with another exchange, whose last line is this. */
export const exchange = (last: string, first = '        assert request.args["state"]\n') => ({
  exchange: `${first}        ${last}\n`,
})

/** An exception that is raised again with this as its text. */
export const caught = (raised: string, type = 'Exception') =>
  exchange(
    `try:\n            pass\n        except ${type} as exc:\n            raise ToolProviderOAuthError(${raised}) from exc`,
  )

export const google = '    _URL = "https://accounts.google.com/o/oauth2/v2/auth"\n'
export const microsoft = (tenant: string, scope: string) =>
  `    _URL = "https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize"\n    _S = "offline_access ${scope}"\n`
