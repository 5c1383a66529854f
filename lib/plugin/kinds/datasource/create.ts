import type { Answers, KindFiles } from '../../kind'
import { freshItems, pythonOf, withPython } from '../../project/fresh-files'
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
  const provider = `provider/${fileStem(answers.name)}.yaml`
  const names = answers.items?.datasource ?? [factsOf[type].item.name]
  const datasources = freshItems(names.map(itemName), 'datasources')
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
        datasources: datasources.map(({ path }) => path),
      }),
    ],
    ...datasources.map((item) => {
      const parent = { provider_type: type }
      return [item.path, datasourceStarter({ ...item, author: answers.author, parent })] as const
    }),
  ])
  const signIn = answers.credentials
  return {
    files: withPython(yaml, { section: 'datasources', root: provider }, (seen, path) =>
      path === provider ? datasourceProviderStub(seen, path) : datasourceStub(seen, path),
    ),
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
