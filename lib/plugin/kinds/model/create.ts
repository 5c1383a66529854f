import type { Answers, KindFiles } from '../../kind'
import { freshItems, pythonOf, seenFiles } from '../../project/fresh-files'
import { labelOf } from '../../project/names'
import { fileStem } from '../../python/names'
import { documentIdOf, modelTypes, type ModelType } from './model-types'
import { modelStarter, providerStarter } from './starter'
import { modelStubs } from './stub'
import { variantOf } from './variants'

/** A fresh plugin's model files: one provider, its models where it lists them, and Python that asks an OpenAI-compatible service. */
export function createModel(answers: Answers): KindFiles {
  const { type, added } = variantOf(answers.variant)
  const path = `provider/${fileStem(answers.name)}.yaml`
  const label = answers.label ?? labelOf(answers.name)
  const chosen = modelTypes.filter((each) => (answers.items?.[documentIdOf(each)] ?? []).length > 0)
  const listed = added ? [] : chosen.length > 0 ? chosen : [type]
  const provider = providerStarter({
    name: answers.name,
    author: answers.author,
    label,
    path,
    python: pythonOf(path),
    key: answers.credentials !== 'none',
    icons: answers.icons,
    listed,
    added: added ? [type] : [],
  })
  const yaml = new Map([[path, provider], ...listed.flatMap((each) => modelFiles(answers, each))])
  const seen = seenFiles(yaml, 'models', path)
  return {
    files: new Map([...yaml, ...modelStubs(seen, path)]),
    section: [path],
    tags: ['other'],
    requirements: ['requests>=2.32.0,<3.0.0'],
    readme: [
      { heading: 'Credentials', text: credentialsText(answers.credentials !== 'none') },
      { heading: 'Usage', text: added ? addedText : listedText },
    ],
    connection,
  }
}

function modelFiles(answers: Answers, type: ModelType): (readonly [string, string])[] {
  const names = answers.items?.[documentIdOf(type)] ?? [`first-${type.word}`]
  return freshItems(names, `models/${type.key}`).map(({ name, path }) => [
    path,
    modelStarter(type, { name, author: answers.author, path, python: '' }),
  ])
}

function credentialsText(key: boolean): string {
  return `The endpoint address is where the service answers, such as \`https://api.example.com/v1\`${key ? '; the API key is that of your account there' : ''}. The plugin tries them before Dify saves them.`
}

const connection = {
  readme:
    'What a model is asked with, such as messages, pictures,\ntexts or sounds, goes to the service at the endpoint address, and to no other host. Name here the services that it is made for.',
  privacy: `What a model is asked with, such as messages, pictures, texts or sounds, is sent to the service at the endpoint address that
  people fill in. What that service does with it, its own privacy policy says. Nobody else gets anything.`,
}

const listedText =
  'Open *Settings* and then *Model Provider*, set the provider up and choose one of its models in an app.'
const addedText =
  'Open *Settings* and then *Model Provider*, choose *Add Model* at the provider and fill in the name that the service knows your model by.'
