import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'

/** The one person whom the practice provider knows. */
const person = 'pat'

/** Answers the consent page of an authorization under way: shows it, or takes what the person chose on it. */
export async function answerConsent(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    const { client_id: client, scope, redirect_uri: back } = details.params
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(consentPage(String(client), String(scope ?? ''), String(back)))
    return
  }
  const allowed = new URL(request.url ?? '', 'http://x').searchParams.get('answer') === 'allow'
  if (!allowed) {
    const refusal = { error: 'access_denied', error_description: 'The person did not agree.' }
    return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false })
  }
  const grant = new provider.Grant({ accountId: person, clientId: String(details.params.client_id) })
  grant.addOIDCScope(String(details.params.scope ?? 'openid'))
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, { login: { accountId: person }, consent: { grantId } })
}

function consentPage(client: string, scope: string, back: string): string {
  const scopes = scope
    .split(' ')
    .filter(Boolean)
    .map((each) => `<li><code>${escaped(each)}</code></li>`)
    .join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<title>Practice provider</title></head><body><header>Practice provider</header><main><h1>Let ${escaped(client)} in?</h1>
<p>It would act for Pat Practice, who exists on this page only, and go back to <code>${escaped(back)}</code>.</p>
<ul>${scopes}</ul>
<form method="post" action="?answer=allow"><button>Allow</button></form>
<form method="post" action="?answer=deny"><button>Deny</button></form></main></body></html>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
