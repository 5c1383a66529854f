import { readAs } from '../yaml/readers/read-as'
import type { Refusal } from '../yaml/readers/scan-state'
import { lineColumn } from '../yaml/locate'
import type { Gate } from '../document'
import { consequence, type DocumentContext } from './report'

/** What to do about each refusal; the readers' own words are for programmers. */
const words: Readonly<Record<Refusal, string>> = {
  alias:
    'Put this text in quotes, or name a value above it: an alias (*name) repeats an anchor (&name), and there is none of this name',
  'anchor-name':
    'Put this text in quotes: * and & at its start name and repeat values, with letters, digits, "_" and "-" only',
  'anchor-twice': 'Rename this anchor: its name is already taken above',
  'block-end': 'Indent this line like its neighbours: it belongs to no list or map above it',
  'block-scalar': 'Write only |, > and their + - 1 to 9 on this line, and the text indented below it',
  directive:
    'Remove this line, or put its text in quotes: % at the start of a line is a directive, of which only "%YAML 1.1" and "%TAG" are read',
  'document-start': 'Put "---" on a line of its own here, or remove what stands after the end of the document',
  escape: 'Write two backslashes for one inside double quotes, or use single quotes: this escape is not read',
  'flow-end': 'Add the comma or the closing bracket that is missing here',
  'key-place': 'Start this key on its own line',
  'missing-colon': 'Add a colon and a space after this key, or indent the line so that it continues the text above',
  'no-value': 'Write a value here, or remove what stands here: no value can begin like this',
  'second-document': 'Leave one document in this file: a second one begins here',
  'sequence-place': 'Start this item ("- ") on its own line',
  start: 'Put this text in quotes: its first character has another meaning in YAML',
  tab: 'Replace this tab by spaces: it is not read there',
  tag: 'Remove this tag (!…), or put the text in quotes: it is not read',
  'too-deep': 'Nest this less deeply: so many levels of lists and maps are not read',
  'unclosed-quote': 'Close this quoted text: it goes on to the end of the document',
  'value-place': 'Put the text in quotes: a second ": " on one line is not read',
}

/**
 * What Go's yaml.v3 (G1) and PyYAML (G5) refuse in the syntax of a document. True when its nodes are good enough to go on: both
 * readers take it, or only Python's does not and the strict parser had no trouble.
 */
export function checkSyntax(context: DocumentContext): boolean {
  const { yaml, file, report } = context
  const go = readAs(yaml.text, 'go').refusal
  const python = readAs(yaml.text, 'python').refusal
  const first = go ?? python
  if (!first) return true
  const by: Gate[] = [...(go ? (['G1'] as const) : []), ...(python ? (['G5'] as const) : [])]
  const strict = go && python ? yaml.problems[0] : undefined
  const offset = strict?.offset ?? first.offset
  const { line } = lineColumn(yaml.text, offset)
  const who = go ? '' : ' Only Python is that strict, but the SDK is written in it:'
  const said = strict ? strict.message : `${words[first.reason]}.`
  report({
    rule:
      first.reason === 'second-document'
        ? 'yaml-documents'
        : first.reason === 'too-deep'
          ? 'yaml-too-deep'
          : 'yaml-syntax',
    by,
    message: `${said}${who || ' As it stands,'} ${consequence(by)} (${file}, line ${line}).`,
    range: { from: offset, to: Math.min(offset + 1, yaml.text.length) },
  })
  return !go && yaml.ok
}
