import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, type Download, type Page } from '@playwright/test'
import { bytesOf, type Files } from '@/lib/plugin/files'
import { packPlugin } from '@/lib/plugin/package/pack'
import { readArchive } from '@/lib/plugin/package/read-archive'

/** New plugin from Home to the editor, of the kind that stands there first or of another one. */
export async function createPluginByHand(page: Page, name: string, author: string, kind?: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'New plugin' }).first().click()
  if (kind !== undefined) await page.getByRole('checkbox', { name: kind }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Author' }).fill(author)
  await page.getByRole('button', { name: 'Create plugin' }).click()
  await page.waitForURL(/\/projects\/[\w-]+/)
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
}

/** Reloads the editor until it is awake: before, what is served can be seen and does not answer a click. */
export async function reloadEditor(page: Page): Promise<void> {
  await page.reload()
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
}

/** Gives a plugin to Home as a person does who chooses a package file. */
export async function openPackage(page: Page, files: Files, name = 'plugin.difypkg'): Promise<void> {
  await page.goto('/')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'a file', exact: true }).first().click()
  await (await chooser).setFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(await packPlugin(files)) })
  await page.waitForURL(/\/projects\/[\w-]+/)
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
}

/** What was downloaded, as the files of the package. */
export async function filesOf(download: Download): Promise<Files> {
  const archive = readArchive(new Uint8Array(readFileSync(await download.path())))
  if (!archive.ok) throw new Error(archive.reason)
  return archive.files
}

/** The text of the open file, scrolled through: Monaco draws only what is seen. */
export async function openFileText(page: Page): Promise<string> {
  return page
    .locator('.monaco-editor .view-lines')
    .first()
    .innerText()
    .then((text) => text.replace(/\u00a0/g, ' '))
}

/** The verdict of the SDK's own loader on these files, in a fresh process. */
export function loadInSdk(files: Files): { ok: boolean; problems: string[] } {
  return inFolder(files, (folder) => {
    const { stdout, stderr } = spawnSync(sdkPython, ['scripts/conformance/load.py', folder], { encoding: 'utf8' })
    return stdout.trim() ? JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') : { ok: false, problems: [stderr] }
  })
}

/** What the SDK answers to these requests of a plugin that runs there, by their names. */
export function answersInSdk(
  files: Files,
  calls: readonly { name: string; data: object }[],
): Record<string, { type: string; data: unknown }[] | undefined> {
  return inFolder(files, (folder) => {
    const { stdout, stderr } = spawnSync(sdkPython, ['scripts/conformance/run.py', '1'], {
      encoding: 'utf8',
      input: JSON.stringify({ folder, calls }),
    })
    if (!stdout.trim()) throw new Error(stderr)
    return JSON.parse(stdout).answers
  })
}

const sdkPython = process.env.PLUGWRIGHT_PYTHON ?? 'python3.12'

function inFolder<T>(files: Files, look: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'plugwright-journey-'))
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytesOf(content))
    }
    return look(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Paths whose content differs, and for a text how many lines do. */
export function differences(before: Files, after: Files): { path: string; lines: number }[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => !Buffer.from(bytesOf(before.get(path) ?? '')).equals(Buffer.from(bytesOf(after.get(path) ?? ''))),
  )
  return paths.map((path) => {
    const [old, now] = [before, after].map((files) => String(files.get(path) ?? '').split('\n'))
    const count = Math.max(old?.length ?? 0, now?.length ?? 0)
    return {
      path,
      lines: Array.from({ length: count }, (_, index) => old?.[index] !== now?.[index]).filter(Boolean).length,
    }
  })
}
