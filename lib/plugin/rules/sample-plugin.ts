import { checkPlugin, located } from '../check'
import { textOf, writeFile, type Files } from '../files'

/** For tests: a plugin with tools and endpoints that nobody has anything against. */
export const samplePlugin: Files = new Map([
  [
    'manifest.yaml',
    `version: 0.0.1
type: plugin
author: acme
name: weather
label:
  en_US: Weather
description:
  en_US: Look up the weather.
icon: icon.svg
tags:
  - weather
created_at: 2025-01-15T09:00:00Z
contact: hello@acme.dev
repo: https://github.com/acme/weather
privacy: PRIVACY.md
resource:
  memory: 268435456
  permission:
    endpoint:
      enabled: true
    storage:
      enabled: true
      size: 1048576
plugins:
  tools:
    - provider/weather.yaml
  endpoints:
    - group/weather.yaml
meta:
  version: 0.0.1
  arch:
    - amd64
    - arm64
  runner:
    language: python
    version: "3.12"
    entrypoint: main
  minimum_dify_version: 1.7.1
`,
  ],
  [
    'provider/weather.yaml',
    `identity:
  author: acme
  name: weather
  label:
    en_US: Weather
  description:
    en_US: Look up the weather.
  icon: icon.svg
credentials_for_provider:
  api_key:
    type: secret-input
    required: true
    label:
      en_US: API key
tools:
  - tools/forecast.yaml
extra:
  python:
    source: provider/weather.py
`,
  ],
  [
    'tools/forecast.yaml',
    `identity:
  author: acme
  name: forecast
  label:
    en_US: Forecast
description:
  human:
    en_US: The forecast of a city.
  llm: Returns the weather forecast of a city.
parameters:
  - name: city
    type: string
    required: true
    form: llm
    label:
      en_US: City
    human_description:
      en_US: City to look up.
    llm_description: Name of the city.
  - name: units
    type: select
    form: form
    default: metric
    label:
      en_US: Units
    human_description:
      en_US: System of measurement.
    options:
      - value: metric
        label:
          en_US: Metric
output_schema:
  type: object
  properties:
    temperature:
      type: number
extra:
  python:
    source: tools/forecast.py
`,
  ],
  [
    'group/weather.yaml',
    `settings:
  - name: secret
    type: secret-input
    label:
      en_US: Secret
endpoints:
  - endpoints/ping.yaml
`,
  ],
  [
    'endpoints/ping.yaml',
    `path: /ping/<name>
method: GET
extra:
  python:
    source: endpoints/ping.py
`,
  ],
  ['provider/weather.py', 'from dify_plugin import ToolProvider\n\n\nclass Weather(ToolProvider):\n    pass\n'],
  ['tools/forecast.py', 'from dify_plugin import Tool\n\n\nclass Forecast(Tool):\n    pass\n'],
  ['endpoints/ping.py', 'from dify_plugin import Endpoint\n\n\nclass Ping(Endpoint):\n    pass\n'],
  ['main.py', 'from dify_plugin import DifyPluginEnv, Plugin\n\nPlugin(DifyPluginEnv()).run()\n'],
  ['requirements.txt', 'dify_plugin>=0.9.0,<0.11.0\n'],
  ['_assets/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n'],
  [
    'README.md',
    '# Weather\n\nhttps://github.com/acme/weather\n\n## Setup\n\nEnter the API key.\n\n## Usage\n\nAsk for a city. It connects to one host.\n',
  ],
  ['PRIVACY.md', '# Privacy\n\nNothing is stored.\n'],
])

/** The sample with one text of a file replaced; throws where the text does not stand there. */
export function changed(file: string, from: string, to: string, files: Files = samplePlugin): Files {
  const text = textOf(files, file)
  if (text === undefined || !text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`)
  return writeFile(
    files,
    file,
    text.replace(from, () => to),
  )
}

/** What `check` says of the files, one line a finding: "error author G3,G4 manifest.yaml:3:9". */
export function saidOf(files: Files): string[] {
  return checkPlugin(files).map((finding) => {
    const { line, column } = located(finding, files)
    return `${finding.severity} ${finding.rule} ${finding.gates.join() || '-'} ${finding.file}:${line}:${column}`
  })
}

/** The text of a file after the fix of the first finding with this rule. */
export function repaired(files: Files, rule: string, file = 'manifest.yaml'): string | undefined {
  const finding = checkPlugin(files).find((found) => found.rule === rule)
  return finding?.fix && textOf(finding.fix.apply(files), file)
}
