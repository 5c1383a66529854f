import type { StarterInput } from '../document'
import { itemName, labelOf } from './names'
import { scalar } from './scalar'

/** `identity` of a new item: its author, its name and its label. */
export function itemIdentity({ author, name, label = labelOf(name) }: StarterInput): string {
  return `identity:
  author: ${scalar(author)}
  name: ${scalar(itemName(name))}
  label:
    en_US: ${scalar(label)}
`
}

/** `identity` of a new provider, which is described and has icons. */
export function providerIdentity(
  input: StarterInput & { description?: string },
  icons: { readonly light: string; readonly dark?: string },
): string {
  const description = input.description ?? `${input.label ?? labelOf(input.name)} for Dify.`
  return `${itemIdentity(input)}  description:
    en_US: ${scalar(description)}
  icon: ${scalar(icons.light)}
${icons.dark === undefined ? '' : `  icon_dark: ${scalar(icons.dark)}\n`}`
}
