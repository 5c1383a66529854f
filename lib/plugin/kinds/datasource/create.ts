import type { Answers, KindFiles } from '../../document'
import { manifestPath, type Files } from '../../files'
import { descriptionOf } from '../../project/manifest-text'
import { itemName, labelOf } from '../../project/names'
import { oauthClientText } from '../../project/oauth-text'
import { takesKey, takesOauth } from '../../project/sign-in'
import { fileStem } from '../../python/names'
import { datasourceProviderStub } from './provider-stub'
import { factsOf, providerTypes, type ProviderType } from './provider-type'
import { datasourceProviderStarter, datasourceStarter } from './starter'
import { datasourceStub } from './stub'

/** A fresh plugin's files: one provider of the type that `variant` names, and its data sources, with Python that runs. */
export function createDatasource(answers: Answers): KindFiles {
  const type = providerTypes.find((known) => known === answers.variant) ?? providerTypes[0]
  const stem = fileStem(answers.name)
  const provider = `provider/${stem}.yaml`
  const names = [...new Set((answers.items?.datasource ?? [factsOf[type].item.name]).map(itemName))]
  const stems: string[] = []
  for (const name of names) stems.push(fileStem(name, stems))
  const paths = stems.map((each) => `datasources/${each}.yaml`)
  const yaml = new Map<string, string>([
    [
      provider,
      datasourceProviderStarter({
        name: answers.name,
        author: answers.author,
        label: answers.label ?? labelOf(answers.name),
        path: provider,
        python: pythonOf(provider),
        description: descriptionOf(answers),
        credentials: answers.credentials,
        icons: answers.icons,
        type,
        datasources: paths,
      }),
    ],
    ...names.map((name, index) => {
      const path = paths[index] ?? ''
      const parent = { provider_type: type }
      return [path, datasourceStarter({ name, author: answers.author, path, python: pythonOf(path), parent })] as const
    }),
  ])
  const signIn = answers.credentials
  return {
    files: withPython(yaml, provider),
    section: [provider],
    tags: ['rag'],
    requirements: ['requests>=2.32.0,<3.0.0', ...(takesOauth(signIn) ? ['werkzeug>=3.0.0,<4.0.0'] : [])],
    readme: [
      ...(takesKey(signIn) ? [{ heading: 'Credentials', text: key } as const] : []),
      ...(takesOauth(signIn) ? [{ heading: 'Credentials', text: signInText } as const] : []),
      { heading: 'Usage', text: usage[type] },
    ],
  }
}

const key =
  'In Dify, open the page *Data Source*, choose *Configure* on this one and paste the API key of your account. The plugin checks it before Dify saves it.'

const signInText = `${oauthClientText} Then everybody chooses *Configure* on the page *Data Source* and signs in with an account of the service.`

const usage: Readonly<Record<ProviderType, string>> = {
  website_crawl:
    'Add the data source to a knowledge pipeline. Whoever runs the pipeline gives the address to begin with and chooses among the pages that are found.',
  online_document:
    'Add the data source to a knowledge pipeline. Whoever runs the pipeline chooses among the pages of the workspace.',
  online_drive:
    'Add the data source to a knowledge pipeline. Whoever runs the pipeline browses the folders and chooses files.',
}

function pythonOf(path: string): string {
  return path.replace(/\.yaml$/, '.py')
}

/** The stubs see the files as they will be: a manifest that lists the provider is enough for that. */
function withPython(yaml: ReadonlyMap<string, string>, provider: string): Files {
  const seen: Files = new Map([[manifestPath, `plugins:\n  datasources:\n    - ${provider}\n`], ...yaml])
  const files = new Map<string, string>()
  for (const [path, text] of yaml) {
    files.set(path, text)
    files.set(pythonOf(path), path === provider ? datasourceProviderStub(seen, path) : datasourceStub(seen, path))
  }
  return files
}
