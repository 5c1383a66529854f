import type { Answers, Connection, ReadmePart } from '../kind'
import { descriptionOf } from './manifest-text'
import { labelOf } from './names'
import type { SignIn } from './sign-in'

/** `main.py`: what Dify starts. */
export const mainText = `"""Starts the plugin. Dify runs this file."""

from dify_plugin import DifyPluginEnv, Plugin

plugin = Plugin(DifyPluginEnv(MAX_REQUEST_TIMEOUT=120))

if __name__ == "__main__":
    plugin.run()
`

/** `.env.example`: how a plugin on one's own machine reaches Dify. */
export const environmentText = `INSTALL_METHOD=remote
REMOTE_INSTALL_URL=debug.dify.ai:5003
REMOTE_INSTALL_KEY=
`

/** What belongs neither into the repository nor into the package: secrets, environments, caches, built packages. */
const rules = `.env
.venv/
venv/
__pycache__/
*.pyc
.mypy_cache/
.pytest_cache/
.ruff_cache/
.idea/
.vscode/
.DS_Store
Thumbs.db
*.log
*.pem
*.key
*.difypkg
`

export const gitIgnoreText = rules

/** `.difyignore` replaces .gitignore when Dify packs: the same rules and git's own folders. */
export const difyIgnoreText = `.git/\n.github/\n${rules}`

/**
 * `README.md` of a fresh plugin: how to set it up, what it asks for, what it gives, what it connects to. English without CJK,
 * since the marketplace refuses that (marketplace.md RD-03).
 */
export function readmeText(
  answers: Answers,
  parts: readonly ReadmePart[],
  connections: readonly Connection[] = [],
): string {
  const of = (heading: ReadmePart['heading']) =>
    parts.filter((part) => part.heading === heading).map((part) => part.text)
  const credentials = of('Credentials')
  return readmeBody(answers, {
    setup: of('Setup'),
    credentials: credentials.length > 0 ? credentials : ['The plugin asks for no credentials.'],
    usage: of('Usage'),
    connection: [
      'The plugin runs inside your Dify.',
      ...(connections.length > 0
        ? connections.map(({ readme }) => readme)
        : [
            'As it comes from the builder it connects to no other host; name here every service that\nyou call, and what is sent to it.',
          ]),
    ].join(' '),
  })
}

interface ReadmeBody {
  setup: readonly string[]
  credentials: readonly string[]
  usage: readonly string[]
  connection: string
}

function readmeBody(answers: Answers, { setup, credentials, usage, connection }: ReadmeBody): string {
  return `${[
    `# ${titleOf(answers)}`,
    plain(descriptionOf(answers)) ?? `${labelOf(answers.name)} for Dify.`,
    '## Setup',
    'In Dify, open *Plugins*, choose *Install plugin* and then *Local package file*, and select the package of this plugin.',
    ...setup,
    '## Credentials',
    ...credentials,
    '## Usage',
    ...usage,
    '## Connection',
    connection,
  ].join('\n\n')}\n`
}

/**
 * `README.md` for a plugin that is there already: it says what its documents say and asks its author for the rest.
 * `asks`: whether people fill in credentials or settings.
 */
export function readmeOfText(answers: Answers, asks: boolean, repo: string | undefined): string {
  const source = repo === undefined ? '' : `\n## Source\n\n${repo}\n`
  const credentials = asks
    ? 'Dify asks for them when the plugin is set up. Say here where people get each of them.'
    : 'The plugin asks for no credentials.'
  const connection = 'Name here every service that the plugin calls, and what is sent to it.'
  const usage = 'Say here what each part of the plugin does, with an example.'
  return `${readmeBody(answers, { setup: [], credentials: [credentials], usage: [usage], connection })}${source}`
}

/** `PRIVACY.md` for a plugin that is there already: its author knows what it does with data, we know what Dify does. */
export function privacyOfText(answers: Answers, asks: boolean): string {
  const kept = asks
    ? '\n- Dify stores the credentials that people enter, encrypted, and hands them to the plugin while a request runs.'
    : ''
  return `# Privacy

This says how ${titleOf(answers)} handles data.

- What the plugin is given with a request reaches it through Dify.${kept}
- Say here what the plugin collects, stores or writes into logs, and for how long; or that it does none of this.
- Name here every third party that it shares data with, and what is sent there; or that there is none.
`
}

/** `PRIVACY.md`: what holds for the plugin as it is made; its author adds what the finished one does. */
export function privacyText(answers: Answers, connections: readonly Connection[] = []): string {
  const shared = connections.length > 0 ? connections.map(({ privacy }) => privacy) : [nobody]
  const kept = secrets[answers.credentials ?? 'none'].map((line) => `\n${line}`).join('')
  return `# Privacy

This says how ${titleOf(answers)} handles data.

- The plugin collects no data about the people who use it and stores nothing.
- What the plugin is given with a request is used to answer that one and for nothing else.${kept}
${shared.map((point) => `- ${point}\n`).join('')}`
}

const nobody = `Data is shared with third parties only where a request needs their service. As it comes from the builder the plugin calls
  none.`

const key = `- Dify stores the API key, encrypted, and hands it to the plugin while a request runs. The plugin sends it to the service it
  belongs to and to nobody else, does not store it and does not write it into logs.`

const tokens = `- Dify stores the tokens of a sign-in, encrypted, and hands them to the plugin while a request runs. The plugin sends them to
  the service they belong to and to nobody else, does not store them and does not write them into logs.`

const secrets: Readonly<Record<SignIn, readonly string[]>> = {
  none: [],
  'api-key': [key],
  oauth: [tokens],
  'api-key-or-oauth': [key, tokens],
}

function titleOf(answers: Answers): string {
  return plain(answers.label ?? '') ?? labelOf(answers.name)
}

/** Text of a person as a line of Markdown; undefined where it is blank or holds CJK, which the marketplace refuses in a README. */
function plain(text: string): string | undefined {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line === '' || /[\u3400-\u4dbf\u4e00-\u9fff]/.test(line) ? undefined : line.replace(/[\`*_{}[\]<>#|]/g, '\\$&')
}
