import { manifestPath } from '../files'
import { isMap, isSeq } from 'yaml'
import type { Finding } from '../document'
import { kindOfSection } from '../kinds/registry'
import { sections } from '../manifest/sections'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { PluginView } from './plugin-view'

/** Which parts a plugin has, and whether they may stand together (`plugin_declaration.go: ManifestValidate`, G3). */
export function sectionRules(view: PluginView): Finding[] {
  const root = view.manifestYaml?.document.contents
  if (
    !isMap(root) ||
    (valueAt(view.manifest, ['plugins']) !== undefined && !isRecord(valueAt(view.manifest, ['plugins'])))
  )
    return []
  const present = sections.filter(
    ({ key, inline }) => count(view, key) > 0 || isRecord(valueAt(view.manifest, [inline])),
  )
  return [...combination(view, present), ...several(view), ...inlined(view)]
}

type SectionInfo = (typeof sections)[number]

function combination(view: PluginView, present: readonly SectionInfo[]): Finding[] {
  if (present.length === 0) {
    // A missing `plugins` is said by its own rule.
    if (valueAt(view.manifest, ['plugins']) === undefined) return []
    return [
      view.finding(manifestPath, {
        rule: 'no-section',
        by: ['G3', 'G4'],
        message:
          'Name at least one provider under `plugins`, such as tools: a plugin without parts is refused at the upload ("at least one of endpoint, model, tool, agent_strategy, trigger, or datasource must be provided").',
        path: ['plugins'],
      }),
    ]
  }
  const alone = present.find(({ key }) => kindOfSection(key)?.alone ?? true)
  if (present.length === 1 || !alone) return []
  const others = present.filter((section) => section !== alone).map(({ noun }) => noun)
  return [
    view.finding(manifestPath, {
      rule: 'combination',
      by: ['G3', 'G4'],
      message: `Move ${others.join(' and ')} into a plugin of their own: ${alone.noun} must stand alone, Dify refuses the upload ("… cannot be provided at the same time"). Only tools and endpoints go together.`,
      path: ['plugins', alone.key],
    }),
  ]
}

function several(view: PluginView): Finding[] {
  return sections.flatMap(({ key, noun }) =>
    count(view, key) > 1
      ? [
          view.finding(manifestPath, {
            rule: 'one-provider',
            by: [],
            message: `Keep one file under \`plugins.${key}\`: of several, Dify shows only the last provider of ${noun}.`,
            path: ['plugins', key],
          }),
        ]
      : [],
  )
}

function inlined(view: PluginView): Finding[] {
  return sections.flatMap(({ inline, key }) => {
    const value = valueAt(view.manifest, [inline])
    if (!isRecord(value)) return []
    const by = Object.keys(value).length === 0 ? (['struct'] as const) : []
    return [
      view.finding(manifestPath, {
        rule: 'inline-provider',
        by,
        message: `Move \`${inline}\` into a file of its own and name it under \`plugins.${key}\`: a provider inside the manifest is not read by the SDK.`,
        path: [inline],
      }),
    ]
  })
}

/** Files named in a section: null items vanish. */
function count(view: PluginView, key: string): number {
  const value = valueAt(view.manifest, ['plugins', key])
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).length
  const node = view.manifestYaml?.document.getIn(['plugins', key])
  return isSeq(node) ? node.items.length : 0
}
