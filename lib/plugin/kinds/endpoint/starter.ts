import type { StarterInput } from '../../document'

type Input = StarterInput & { path: string; python: string }

/** YAML text of a new endpoint group. */
export function endpointGroupStarter(_input: Input): string {
  return 'settings: []\nendpoints: []\n'
}

/** YAML text of a new endpoint. */
export function endpointStarter({ name, python }: Input): string {
  return `path: ${JSON.stringify(`/${name}`)}\nmethod: GET\nextra:\n  python:\n    source: ${JSON.stringify(python)}\n`
}
