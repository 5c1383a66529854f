import type { FieldNode } from '../schema/field-tree'

/** What a field is for and what it takes, as Markdown: its help, type, words, limits, default and an example. */
export function factsOf(node: FieldNode): string {
  const { meta, limits } = node
  const facts = [
    wordsOf(node),
    limits.maxLength === undefined ? '' : `At most ${limits.maxLength} characters.`,
    limits.maxItems === undefined ? '' : `At most ${limits.maxItems} entries.`,
    limits.minimum === undefined ? '' : `At least ${limits.minimum}.`,
    limits.maximum === undefined ? '' : `At most ${limits.maximum}.`,
    limits.pattern === undefined ? '' : `Must match \`${limits.pattern.replaceAll('`', '')}\`.`,
    meta.absent === undefined ? '' : `Without it: \`${JSON.stringify(meta.absent)}\`.`,
    meta.example === undefined ? '' : `For example \`${meta.example.replaceAll('`', '')}\`.`,
  ]
  return [meta.description, facts.filter((fact) => fact !== '').join(' ')].filter((part) => part !== '').join('\n\n')
}

function wordsOf({ words, meta }: FieldNode): string {
  if (!words) return ''
  return words
    .map((word) => (meta.choices?.[word] ? `\`${word}\` ${meta.choices[word].title}` : `\`${word}\``))
    .join(', ')
}
