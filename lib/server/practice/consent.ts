import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { practiceAnswer } from '@/lib/oauth/practice'
import { escapeHtml, staticPage } from '../static-page'

/** The one person whom the practice provider knows. */
const person = 'pat'

/** Answers the consent page of an authorization under way: shows it, or takes what was chosen on it, or beforehand in the address. */
export async function answerConsent(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response)
  const agrees = details.params[practiceAnswer.name] === practiceAnswer.value
  if (request.method !== 'POST' && !agrees) {
    const page = consentPage(details.params)
    response.writeHead(page.status, Object.fromEntries(page.headers))
    response.end(await page.text())
    return
  }
  const answer = new URL(request.url ?? '', 'http://x').searchParams.get('answer')
  const allowed = answer === 'allow' || (agrees && answer === null)
  if (!allowed) {
    const refusal = { error: 'access_denied', error_description: 'The person did not agree.' }
    return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false })
  }
  const grant = new provider.Grant({ accountId: person, clientId: String(details.params.client_id) })
  grant.addOIDCScope(String(details.params.scope ?? 'openid'))
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, { login: { accountId: person }, consent: { grantId } })
}

function consentPage({ client_id: client, scope, redirect_uri: back }: Record<string, unknown>): Response {
  const items = String(scope ?? '')
    .split(' ')
    .filter(Boolean)
    .map((each) => `<li>${escapeHtml(each)}</li>`)
  return staticPage({
    title: `Let ${String(client)} in?`,
    bar: 'Practice provider',
    content: `<p>It asks to act for Pat Practice, who lives on this page only, and goes back to <code>${escapeHtml(String(back))}</code>. It may do:</p>
      <ul>${items.join('')}</ul>
      <form method="post" action="?answer=allow"><button>Allow</button></form>
      <form method="post" action="?answer=deny"><button class="plain">Deny</button></form>`,
    // a browser checks the redirects that follow a form too
    formAction: `'self' ${new URL(String(back)).origin}`,
  })
}
