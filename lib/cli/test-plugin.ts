import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { createPlugin } from '@/lib/plugin/create'
import { bytesOf, type FileContent, type Files } from '@/lib/plugin/files'
import type { Io } from './command'
import { runCommandLine } from './run-command-line'

/** A small plugin without errors. */
export function samplePlugin(): Files {
  return createPlugin(['tool'], { name: 'sample', author: 'acme', createdAt: '2026-01-15T09:00:00Z' })
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plugwright-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files below a folder and gives its path back. */
export function writeTree(folder: string, files: Iterable<readonly [string, FileContent]>): string {
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytesOf(content))
  }
  return folder
}

/** Every file below a folder by its path, in order. */
export function readTree(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]))
}

/** Runs a command line and gives back what it said. */
export async function plugwright(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const io: Io = {
    out: (text) => void (said.out += `${text}\n`),
    err: (text) => void (said.err += `${text}\n`),
    stdin: () => Promise.resolve(''),
  }
  const status = await runCommandLine(args, io)
  return { status, ...said }
}
