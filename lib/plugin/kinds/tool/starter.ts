import type { StarterInput } from '../../document'

type Input = StarterInput & { path: string; python: string }

/** YAML text of a new tool provider. */
export function toolProviderStarter({ name, author, label, python }: Input): string {
  return `identity:
  author: ${JSON.stringify(author)}
  name: ${JSON.stringify(name)}
  label:
    en_US: ${JSON.stringify(label ?? name)}
  description:
    en_US: ${JSON.stringify(label ?? name)}
  icon: icon.svg
tools: []
extra:
  python:
    source: ${JSON.stringify(python)}
`
}

/** YAML text of a new tool. */
export function toolStarter({ name, author, label, python }: Input): string {
  return `identity:
  author: ${JSON.stringify(author)}
  name: ${JSON.stringify(name)}
  label:
    en_US: ${JSON.stringify(label ?? name)}
description:
  human:
    en_US: ${JSON.stringify(label ?? name)}
  llm: ${JSON.stringify(label ?? name)}
parameters: []
extra:
  python:
    source: ${JSON.stringify(python)}
`
}
