import type { Answers, ReadmePart } from '../document'
import { descriptionOf } from './manifest-text'
import { labelOf } from './names'

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
export function readmeText(answers: Answers, parts: readonly ReadmePart[]): string {
  const of = (heading: ReadmePart['heading']) =>
    parts.filter((part) => part.heading === heading).map((part) => part.text)
  const credentials = of('Credentials')
  return `${[
    `# ${titleOf(answers)}`,
    plain(descriptionOf(answers)) ?? `${labelOf(answers.name)} for Dify.`,
    '## Setup',
    'In Dify, open *Plugins*, choose *Install plugin* and then *Local package file*, and select the package of this plugin.',
    ...of('Setup'),
    '## Credentials',
    ...(credentials.length > 0 ? credentials : ['The plugin asks for no credentials.']),
    '## Usage',
    ...of('Usage'),
    '## Connection',
    'The plugin runs inside your Dify. As it comes from the builder it connects to no other host; name here every service that\nyou call, and what is sent to it.',
  ].join('\n\n')}\n`
}

/** `PRIVACY.md`: what holds for the plugin as it is made; its author adds what the finished one does. */
export function privacyText(answers: Answers, credentials: boolean): string {
  const key = credentials
    ? `
- Dify stores the API key, encrypted, and hands it to the plugin while a request runs. The plugin sends it to the service it
  belongs to and to nobody else, does not store it and does not write it into logs.`
    : ''
  return `# Privacy

This says how ${titleOf(answers)} handles data.

- The plugin collects no data about the people who use it and stores nothing.
- What a tool or an endpoint is given is used to answer that one request and is returned to Dify.${key}
- Data is shared with third parties only where a request needs their service. As it comes from the builder the plugin calls
  none.
`
}

function titleOf(answers: Answers): string {
  return plain(answers.label ?? '') ?? labelOf(answers.name)
}

/** Text of a person as a line of Markdown; undefined where it is blank or holds CJK, which the marketplace refuses in a README. */
function plain(text: string): string | undefined {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line === '' || /[\u3400-\u4dbf\u4e00-\u9fff]/.test(line) ? undefined : line.replace(/[\`*_{}[\]<>#|]/g, '\\$&')
}
