import { expect, test, type Page } from '@playwright/test'
import { practiceFailures, type PracticeFailure } from '@/lib/oauth/practice'
import { agree, choosePractice, fromOwnNetwork } from './oauth-page'

/** What the page says of each failure, and what to do; `step` is the tab where the request stands. */
const said: Readonly<Record<PracticeFailure, { step?: string; says: readonly string[] }>> = {
  denied: { says: ['access_denied', 'The person said no', 'Sign in again and agree.'] },
  'wrong-state': { says: ['The state is not the one that was sent', 'Start again, in one tab.'] },
  'missing-iss': { says: ['The server promises to name itself (iss), and did not', 'Do not go on.', 'RFC 9207 §2.4'] },
  'mixed-up-iss': { says: ['The answer comes from https://another-server.example', 'a mix-up', 'RFC 9207 §2.4'] },
  'reused-code': { step: 'Exchange', says: ['400 Bad Request', 'invalid_grant', 'a code works once'] },
  'expired-code': { step: 'Exchange', says: ['400 Bad Request', 'invalid_grant', 'is too old'] },
  'wrong-verifier': { step: 'Exchange', says: ['400 Bad Request', 'invalid_grant', 'the PKCE verifier is not that'] },
  'invalid-client': { step: 'Exchange', says: ['401 Unauthorized', 'invalid_client', 'Copy both again'] },
  'no-refresh-token': { step: 'Refresh', says: ['No refresh token came, so nothing can be refreshed.'] },
  'reused-refresh-token': {
    step: 'Refresh',
    says: ['400 Bad Request', 'invalid_grant', 'Where each works once, Python must return the new refresh token'],
  },
  html: {
    step: 'Exchange',
    says: ['A web page came back instead of JSON', 'Compare the address with the documentation'],
  },
  slow: { step: 'Exchange', says: ['took longer than 15 s'] },
  'too-many-requests': { step: 'Exchange', says: ['429 Too Many Requests', 'Try again after 30 s'] },
  'server-error': { step: 'Exchange', says: ['500 Internal Server Error', 'Try again in a minute.'] },
  'redirect-loop': { step: 'Exchange', says: ['302 Found', 'That is not followed: the request carries secrets.'] },
}

test.beforeEach(({ context }) => fromOwnNetwork(context))

for (const { id, title, at } of practiceFailures)
  test(`the page says what went wrong and what to do: ${title}`, async ({ page }) => {
    await choosePractice(page, 'Body', title)
    const window = await agree(page, 'Try the whole flow')
    if (id === 'wrong-state') await pasteFrom(window, page)
    const { step, says } = said[id]
    if (at === 'authorization')
      await expect(page.getByText('It stopped at the callback, which says why.')).toBeVisible()
    else
      await expect(page.getByText(/It stopped at the last request|nothing to refresh with/)).toBeVisible({
        timeout: 30_000,
      })
    if (step !== undefined) await page.getByRole('tab', { name: new RegExp(`^${step}`) }).click()
    const where = step === undefined ? page.getByRole('region', { name: 'Callback' }) : page.getByRole('tabpanel')
    for (const words of says) await expect(where).toContainText(words)
  })

/** A callback with another state finds no sign-in: its window gives the address to paste. */
async function pasteFrom(window: Page, page: Page) {
  const address = await window.getByLabel('Address to paste').inputValue()
  await page.getByRole('textbox', { name: 'Paste a callback URL' }).fill(address)
  await page.getByRole('button', { name: 'Check it' }).click()
}
