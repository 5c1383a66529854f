import type { Answers, KindFiles } from '../../document'
import { manifestPath, type Files } from '../../files'
import { itemName } from '../../project/names'
import { fileStem } from '../../python/names'
import { endpointGroupStarter, endpointStarter } from './starter'
import { endpointStub } from './stub'

/** A fresh plugin's endpoint files: one group and its endpoints, with Python that runs. */
export function createEndpoint(answers: Answers): KindFiles {
  const group = `group/${fileStem(answers.name)}.yaml`
  const names = [...new Set((answers.items?.endpoint ?? ['first_endpoint']).map(itemName))]
  const stems: string[] = []
  for (const name of names) stems.push(fileStem(name, stems))
  const common = { author: answers.author, label: answers.label }
  const endpoints = names.map((name, index) => {
    const path = `endpoints/${stems[index] ?? ''}.yaml`
    const python = `endpoints/${stems[index] ?? ''}.py`
    return { path, python, text: endpointStarter({ ...common, name, path, python }) }
  })
  const groupText = endpointGroupStarter({
    ...common,
    name: answers.name,
    path: group,
    python: '',
    credentials: answers.credentials,
    endpoints: endpoints.map(({ path }) => path),
  })
  const seen: Files = new Map([
    [manifestPath, `plugins:\n  endpoints:\n    - ${group}\n`],
    [group, groupText],
    ...endpoints.map(({ path, text }) => [path, text] as const),
  ])
  const files = new Map([[group, groupText]])
  for (const { path, python, text } of endpoints) files.set(path, text).set(python, endpointStub(seen, path))
  return {
    files,
    section: [group],
    tags: ['utilities'],
    permission: { endpoint: { enabled: true } },
    requirements: ['werkzeug>=3.0.0,<4.0.0'],
    readme: [
      { heading: 'Setup', text: setupText },
      ...(answers.credentials === 'api-key' ? [{ heading: 'Credentials', text: keyText } as const] : []),
      { heading: 'Usage', text: usageText(names) },
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
