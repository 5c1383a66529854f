import type { StarterInput } from '../document'

/** A new manifest without sections; `createPlugin` writes the full one. */
export function manifestStarter({ name, author, label }: StarterInput): string {
  return `version: 0.0.1\ntype: plugin\nauthor: ${JSON.stringify(author)}\nname: ${JSON.stringify(name)}\nlabel:\n  en_US: ${JSON.stringify(label ?? name)}\n`
}
