import type { Answers, KindFiles } from '../../document'
import { manifestPath, type Files } from '../../files'
import { labelOf, itemName } from '../../project/names'
import { descriptionOf } from '../../project/manifest-text'
import { oauthClientText } from '../../project/oauth-text'
import { takesKey, takesOauth } from '../../project/sign-in'
import { fileStem } from '../../python/names'
import { toolProviderStarter, toolStarter } from './starter'
import { toolProviderStub, toolStub } from './stub'

/** A fresh plugin's tool files: one provider and its tools, with Python that runs. */
export function createTool(answers: Answers): KindFiles {
  const stem = fileStem(answers.name)
  const provider = `provider/${stem}.yaml`
  const names = [...new Set((answers.items?.tool ?? ['first_tool']).map(itemName))]
  const stems: string[] = []
  for (const name of names) stems.push(fileStem(name, stems))
  const paths = stems.map((each) => `tools/${each}.yaml`)
  const label = answers.label ?? labelOf(answers.name)
  const yaml = new Map<string, string>([
    [
      provider,
      toolProviderStarter({
        name: answers.name,
        author: answers.author,
        label,
        path: provider,
        python: `provider/${stem}.py`,
        description: descriptionOf(answers),
        credentials: answers.credentials,
        icons: answers.icons,
        tools: paths,
      }),
    ],
    ...names.map((name, index) => {
      const path = paths[index] ?? ''
      return [path, toolStarter({ name, author: answers.author, path, python: pythonOf(path) })] as const
    }),
  ])
  return {
    files: withPython(yaml, provider, paths),
    section: [provider],
    tags: ['utilities'],
    requirements: [...toolRequirements, ...(takesOauth(answers.credentials) ? ['werkzeug>=3.0.0,<4.0.0'] : [])],
    readme: [
      ...(takesKey(answers.credentials) ? [{ heading: 'Credentials', text: keyText } as const] : []),
      ...(takesOauth(answers.credentials) ? [{ heading: 'Credentials', text: signInText } as const] : []),
      { heading: 'Usage', text: usageText(names) },
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

function pythonOf(path: string): string {
  return path.replace(/\.yaml$/, '.py')
}

/** The stubs see the files as they will be: a manifest that lists the provider is enough for that. */
function withPython(yaml: ReadonlyMap<string, string>, provider: string, tools: readonly string[]): Files {
  const seen: Files = new Map([[manifestPath, `plugins:\n  tools:\n    - ${provider}\n`], ...yaml])
  const files = new Map<string, string>()
  for (const [path, text] of yaml) {
    files.set(path, text)
    files.set(pythonOf(path), tools.includes(path) ? toolStub(seen, path) : toolProviderStub(seen, path))
  }
  return files
}
