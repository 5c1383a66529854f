import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentFromBytes, type FileContent, type Files } from '@/lib/plugin/files'
import { writeStub } from '@/lib/plugin/follow-python'
import { kindOfSection } from '@/lib/plugin/kinds/registry'
import { documentsOf } from '@/lib/plugin/references'

/** Data files of real plugins, beside the checkout; absent on most machines. */
export const corpusFolder = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))

export const hasCorpus = existsSync(corpusFolder)

/** `tools/gmail` … of these types, in byte order; none where the corpus is absent. */
export function corpusPlugins(...types: readonly string[]): string[] {
  return types.flatMap((type) =>
    hasCorpus
      ? readdirSync(join(corpusFolder, type))
          .sort()
          .map((name) => `${type}/${name}`)
      : [],
  )
}

/** Sections of the manifest by folder of the corpus. */
const sectionOfFolder = {
  tools: 'tools',
  extensions: 'endpoints',
  models: 'models',
  'agent-strategies': 'agent_strategies',
  datasources: 'datasources',
  triggers: 'triggers',
}

/** The plugins of every kind that is registered. */
export function corpusOfAllKinds(): string[] {
  return Object.entries(sectionOfFolder).flatMap(([folder, section]) =>
    kindOfSection(section) ? corpusPlugins(folder) : [],
  )
}

/**
 * A real plugin as files. What the corpus leaves out (`files.txt` names it) is made up: Python that a document names is its stub,
 * one class of the wanted base; everything else a few bytes.
 */
export function corpusPlugin(name: string): Files {
  const root = join(corpusFolder, name)
  const real = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'files.txt')
  const listed = readFileSync(join(root, 'files.txt'), 'utf8')
    .split('\n')
    .flatMap((line) => line.split('\t').slice(1))
  const content = new Map<string, FileContent>(
    real.map((path) => [path, contentFromBytes(new Uint8Array(readFileSync(join(root, path))))]),
  )
  for (const path of listed) if (!content.has(path)) content.set(path, madeUp(path))
  let files: Files = new Map([...content].sort(([one], [other]) => (one < other ? -1 : 1)))
  for (const path of documentsOf(files).keys()) files = writeStub(files, path)
  return files
}

function madeUp(path: string): FileContent {
  return /\.(png|jpe?g|gif|ico|webp|woff2?)$/i.test(path) ? new Uint8Array([137, 80, 78, 71, 0]) : `made up: ${path}\n`
}
