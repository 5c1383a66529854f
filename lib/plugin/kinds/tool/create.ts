import type { Answers, KindFiles } from '../../kind'
import { freshItems, pythonOf, withPython } from '../../project/fresh-files'
import { labelOf, itemName } from '../../project/names'
import { descriptionOf } from '../../project/manifest-text'
import { oauthClientText } from '../../project/oauth-text'
import { takesKey, takesOauth } from '../../project/sign-in'
import { fileStem } from '../../python/names'
import { toolProviderStarter, toolStarter } from './starter'
import { toolProviderStub, toolStub } from './stub'

/** A fresh plugin's tool files: one provider and its tools, with Python that runs. */
export function createTool(answers: Answers): KindFiles {
  const provider = `provider/${fileStem(answers.name)}.yaml`
  const tools = freshItems((answers.items?.tool ?? ['first_tool']).map(itemName), 'tools')
  const yaml = new Map<string, string>([
    [
      provider,
      toolProviderStarter({
        name: answers.name,
        author: answers.author,
        label: answers.label ?? labelOf(answers.name),
        path: provider,
        python: pythonOf(provider),
        description: descriptionOf(answers),
        credentials: answers.credentials,
        icons: answers.icons,
        tools: tools.map(({ path }) => path),
      }),
    ],
    ...tools.map((tool) => [tool.path, toolStarter({ ...tool, author: answers.author })] as const),
  ])
  return {
    files: withPython(yaml, { section: 'tools', root: provider }, (seen, path) =>
      path === provider ? toolProviderStub(seen, path) : toolStub(seen, path),
    ),
    section: [provider],
    tags: ['utilities'],
    requirements: [...toolRequirements, ...(takesOauth(answers.credentials) ? ['werkzeug>=3.0.0,<4.0.0'] : [])],
    readme: [
      ...(takesKey(answers.credentials) ? [{ heading: 'Credentials', text: keyText } as const] : []),
      ...(takesOauth(answers.credentials) ? [{ heading: 'Credentials', text: signInText } as const] : []),
      { heading: 'Usage', text: usageText(tools.map(({ name }) => name)) },
    ],
  }
}

/** What the Python of tools imports besides the SDK. */
export const toolRequirements = ['requests>=2.32.0,<3.0.0']

const keyText =
  'In Dify, open the plugin and choose *Authorize*, then paste the API key of your account. The plugin checks it before Dify saves it.'

const signInText = `${oauthClientText} Then everybody chooses *Authorize* in the details of the plugin and signs in with an account of the service.`

function usageText(names: readonly string[]): string {
  return `Add a tool of this plugin to an agent or, as a node, to a workflow:\n\n${names.map((name) => `- \`${name}\`: give it a query, it returns the answer as text and as JSON.`).join('\n')}`
}
