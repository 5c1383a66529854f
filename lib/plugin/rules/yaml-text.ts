import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { isRealDate } from '../yaml/numbers'
import { readAsPyYaml } from '../yaml/readings'
import { isQuoted, sourceOf, type NodeFacts } from './nodes'
import { consequence, shown, type DocumentContext, type Report } from './report'

/** Tags that PyYAML's safe loader knows; any other stops it. */
const pythonTags = new Set(
  ['null', 'bool', 'int', 'float', 'binary', 'timestamp', 'omap', 'pairs', 'set', 'str', 'seq', 'map'].map(
    (name) => `tag:yaml.org,2002:${name}`,
  ),
)

/** What PyYAML refuses in nodes that parse, anywhere in the file, read or not (G5): tags, dates, keys. */
export function judgeNodes(context: DocumentContext, facts: NodeFacts): void {
  const said = new Set<string>()
  const say = (rule: string, node: Node, message: string, fix?: Report['fix']): void => {
    if (said.has(rule)) return
    said.add(rule)
    const range = node.range ? { range: { from: node.range[0], to: node.range[1] } } : {}
    context.report({ rule, by: ['G5'], message, ...range, ...(fix ? { fix } : {}) })
  }
  const starts = consequence(['G5'])
  facts.visit((node) => {
    if ('tag' in node && node.tag !== undefined && !pythonTags.has(node.tag) && !isNonSpecific(node.tag)) {
      say('yaml-tag', node, `Remove the tag ${shown(node.tag)}: Python's YAML reader does not know it, ${starts}.`)
    }
    if (isScalar(node) && !isQuoted(node) && node.tag === undefined) {
      const text = sourceOf(node)
      if (text === '=')
        say('yaml-value', node, `Put = in quotes: alone it is a sign of YAML that Python refuses, ${starts}.`)
      if (readAsPyYaml(node).kind === 'time' && !isRealDate(text))
        say(
          'yaml-date',
          node,
          `Put ${shown(text)} in quotes: Python reads it as a date that does not exist, ${starts}.`,
        )
    }
    if (isMap(node)) {
      for (const { key } of node.items) {
        if (isMap(key) || isSeq(key))
          say('key-shape', key, `Write a word as key: Python's YAML reader takes no list or map there, ${starts}.`)
      }
    }
  })
}

function isNonSpecific(tag: string): boolean {
  return tag === '!' || tag === '?'
}
