import type { Choice } from '@/components/ui/select'
import type { FieldNode } from '../field-node'

/** The words of a field with what they mean to people; a word of the file that Dify does not know is among them. */
export function choicesOf(node: FieldNode, value: unknown): Choice[] {
  const words = [...(node.words ?? Object.keys(node.choices ?? {}))]
  if (typeof value === 'string' && !words.includes(value)) words.push(value)
  return words.map((word) => {
    const title = node.choices?.[word]?.title
    return title === undefined || title === word
      ? { value: word, label: <code>{word}</code> }
      : { value: word, label: title, word }
  })
}
