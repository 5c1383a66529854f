import type { Answers, KindFiles } from '../../kind'
import { freshItems, withPython } from '../../project/fresh-files'
import { itemName } from '../../project/names'
import { fileStem } from '../../python/names'
import { endpointGroupStarter, endpointStarter } from './starter'
import { endpointStub } from './stub'

/** A fresh plugin's endpoint files: one group and its endpoints, with Python that runs. */
export function createEndpoint(answers: Answers): KindFiles {
  const group = `group/${fileStem(answers.name)}.yaml`
  const endpoints = freshItems((answers.items?.endpoint ?? ['first_endpoint']).map(itemName), 'endpoints')
  const common = { author: answers.author, label: answers.label }
  const yaml = new Map<string, string>([
    [
      group,
      endpointGroupStarter({
        ...common,
        name: answers.name,
        path: group,
        python: '',
        credentials: answers.credentials,
        endpoints: endpoints.map(({ path }) => path),
      }),
    ],
    ...endpoints.map((item) => [item.path, endpointStarter({ ...common, ...item })] as const),
  ])
  return {
    files: withPython(yaml, { section: 'endpoints', root: group }, (seen, path) =>
      path === group ? undefined : endpointStub(seen, path),
    ),
    section: [group],
    tags: ['utilities'],
    permission: { endpoint: { enabled: true } },
    requirements: ['werkzeug>=3.0.0,<4.0.0'],
    readme: [
      { heading: 'Setup', text: setupText },
      ...(answers.credentials === 'api-key' ? [{ heading: 'Credentials', text: keyText } as const] : []),
      { heading: 'Usage', text: usageText(endpoints.map(({ name }) => name)) },
    ],
  }
}

const setupText =
  'Then add an endpoint in the details of the plugin: give it a name, fill in its settings and copy the addresses that Dify shows.'

const keyText =
  'Choose a caller key in the settings of the endpoint. Every request has to carry it in the header `Authorization`, after the word `Bearer`.'

function usageText(names: readonly string[]): string {
  return `Send a JSON object to an endpoint; it answers with JSON.\n\n${names.map((name) => `- \`POST /${name}\``).join('\n')}`
}
