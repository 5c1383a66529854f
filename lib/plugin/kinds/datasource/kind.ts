import type { Kind, Starter } from '../../kind'
import type { SignIn } from '../../project/sign-in'
import { createDatasource } from './create'
import { datasource } from './datasource'
import { datasourcePicture } from './picture'
import { datasourceProvider } from './provider'
import { factsOf, providerTypes } from './provider-type'

const signIns: readonly { id: SignIn; suffix: string; title: string; summary: string }[] = [
  { id: 'none', suffix: '', title: '', summary: 'no credentials' },
  {
    id: 'api-key',
    suffix: '-api-key',
    title: ' with an API key',
    summary: 'an API key that is checked when it is entered',
  },
  { id: 'oauth', suffix: '-oauth', title: ' with OAuth', summary: 'a sign-in at the service' },
  {
    id: 'api-key-or-oauth',
    suffix: '-api-key-oauth',
    title: ' with an API key or OAuth',
    summary: 'an API key, or a sign-in at the service',
  },
]

/** Sources of a knowledge base: one provider of one type with any number of data sources. */
export const datasourceKind: Kind = {
  id: 'datasource',
  title: 'Data sources',
  summary: 'Websites, documents and drives that feed a knowledge base',
  icon: 'database',
  docsUrl: 'https://docs.dify.ai/en/develop-plugin/dev-guides-and-walkthroughs/datasource-plugin',
  manifestKey: 'datasources',
  alone: true,
  picture: datasourcePicture,
  since: '1.9.0',
  sdk: '0.5.0',
  variantChoices: ['Type'],
  variants: providerTypes.map((id) => ({ id, title: factsOf[id].title, summary: factsOf[id].summary })),
  signIns: signIns.map(({ id }) => id),
  callbackWord: 'datasource',
  root: datasourceProvider,
  items: [datasource],
  starters: providerTypes.flatMap((type) =>
    signIns.map(({ id, suffix, title, summary }): Starter => ({
      id: `${type.replace('_', '-')}${suffix}`,
      kind: type,
      title: `${factsOf[type].title}${title}`,
      summary: `${factsOf[type].summary}; ${summary}`,
      answers: { variant: type, credentials: id },
    })),
  ),
  create: createDatasource,
}
