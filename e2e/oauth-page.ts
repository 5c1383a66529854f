import { randomInt } from 'node:crypto'
import { expect, type BrowserContext, type Page } from '@playwright/test'

/** Lets a journey come from a network of its own: the playground counts the clicks of each. */
export async function fromOwnNetwork(context: BrowserContext): Promise<void> {
  await context.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.${randomInt(256)}.${randomInt(256)}` })
}

/** The practice provider as a person chooses it: which client, and what is to go wrong. */
export async function choosePractice(page: Page, client: 'Body' | 'Basic' | 'Public', failure?: string): Promise<void> {
  await page.goto('/oauth')
  await page.getByRole('radio', { name: 'Practice provider' }).click()
  await page.getByRole('radio', { name: client }).click()
  if (failure === undefined) return
  await page.getByRole('combobox', { name: 'What goes wrong' }).click()
  await page.getByRole('option', { name: failure, exact: true }).click()
}

/** Presses a button that opens the sign-in, agrees there if it is asked, and gives what the window says at its end. */
export async function agree(page: Page, button: string): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: button, exact: true }).click()
  const window = await opened
  await allow(window)
  return window
}

/** Agrees at the practice provider, where it asks. */
export async function allow(window: Page): Promise<void> {
  const button = window.getByRole('button', { name: 'Allow' })
  await expect(button.or(window.getByRole('link', { name: 'Plugwright' }))).toBeVisible()
  if (await button.isVisible()) await button.click()
  await window.waitForURL(/\/oauth\/callback/)
}
