import { describe, expect, test } from 'vitest'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { checkPlugin } from './check'
import { bytesOf, changedPaths, contentFromBytes, type Files } from './files'
import { followPython } from './follow-python'
import { outlineOf, type OutlineNode } from './outline'
import { packPlugin } from './package/pack'
import { packedFiles } from './package/packed-files'
import { readArchive } from './package/read-archive'
import { documentsOf } from './references'

if (!hasCorpus) console.info('SKIPPED: real plugins open unchanged (../shared/corpus is absent)')

const plugins = corpusOfAllKinds()

/** Official plugins that the SDK refuses, or the oldest Dify that they declare (stubs.md section 10, dify-api.md section 2.5). */
const refused: Readonly<Record<string, readonly string[]>> = {
  'triggers/discord_trigger': ['parameter-type', 'missing'],
  'triggers/google_drive_trigger': ['no-tags'],
  'triggers/outlook_trigger': ['no-tags'],
  'triggers/woocommerce_trigger': ['no-tags'],
}

function filesIn(nodes: readonly OutlineNode[]): string[] {
  return nodes.flatMap((node) => [...(node.file === undefined ? [] : [node.file]), ...filesIn(node.children)])
}

describe.skipIf(!hasCorpus)('every real plugin', () => {
  test('there are 78 tools and extensions among them', () => {
    expect(plugins.filter((name) => /^(tools|extensions)\//.test(name))).toHaveLength(78)
  })

  test.each(plugins)('%s opens, stands in the outline and comes back from its package', async (name) => {
    const files = corpusPlugin(name)
    const reread: Files = new Map(
      [...files].map(([path, content]) => [path, contentFromBytes(bytesOf(content))] as const),
    )
    expect(changedPaths(files, reread)).toEqual([])
    const documents = [...documentsOf(files).keys()]
    expect(documents.length).toBeGreaterThan(1)
    const shown = new Set(filesIn(outlineOf(files)))
    expect(documents.filter((path) => !shown.has(path))).toEqual([])
    expect(followPython(files, files)).toBe(files)
    const opened = readArchive(await packPlugin(files))
    expect(opened.ok && changedPaths(opened.files, packedFiles(files))).toEqual([])
  })

  test.each(plugins)('%s has no error: all of them are in use', (name) => {
    const errors = checkPlugin(packedFiles(corpusPlugin(name))).filter(
      ({ severity, rule }) => severity === 'error' && !refused[name]?.includes(rule),
    )
    expect(errors.map(({ file, rule, message }) => `${file} ${rule}: ${message}`)).toEqual([])
  })

  test('four tools that only our parser refuses open as text with an advice', () => {
    const files = corpusPlugin('tools/jiandaoyun')
    const found = checkPlugin(packedFiles(files)).filter(({ rule }) => rule === 'yaml-strict')
    const names = ['createRecord', 'createRecords', 'getRecords', 'updateRecord']
    expect(found.map(({ file }) => file).sort()).toEqual(names.map((tool) => `tools/${tool}.yaml`))
    for (const { severity, gates, range } of found)
      expect([severity, gates, typeof range?.from]).toEqual(['advice', [], 'number'])
  })
})
