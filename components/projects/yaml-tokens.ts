/** The colours of a light, static view of YAML that we wrote ourselves: one line at a time, no nesting. */
export type YamlColor = 'key' | 'plain' | 'text' | 'number' | 'comment' | 'punctuation' | 'space'

export interface YamlToken {
  color: YamlColor
  text: string
}

const line = /^(\s*)((?:- )*)(?:([\w.-]+)(:)(?=\s|$))?(\s*)(.*)$/

/** The tokens of one line; their texts joined are the line. */
export function yamlTokens(source: string): YamlToken[] {
  const [, indent = '', dashes = '', key = '', colon = '', gap = '', value = ''] = line.exec(source) ?? []
  const tokens: YamlToken[] = [
    { color: 'space', text: indent },
    { color: 'punctuation', text: dashes },
    { color: 'key', text: key },
    { color: 'punctuation', text: colon },
    { color: 'space', text: gap },
    { color: valueColor(value), text: value },
  ]
  return tokens.filter(({ text }) => text !== '')
}

function valueColor(value: string): YamlColor {
  if (value.startsWith('#')) return 'comment'
  if (/^["']/.test(value)) return 'text'
  if (/^(-?\d+(\.\d+)?|true|false|null|~)$/.test(value)) return 'number'
  if (/^([|>][-+]?|\{\}|\[\]|-)$/.test(value)) return 'punctuation'
  return 'plain'
}
