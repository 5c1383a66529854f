import { isPristine, writeStub } from '../follow-python'
import type { Files } from '../files'
import { documentsOf } from '../references'

/** A small hand-written plugin for tests: comments, own order, a select, two tools, one endpoint. Its Python is untouched stubs. */
export function examplePlugin(): Files {
  let files: Files = new Map(Object.entries(texts))
  for (const path of documentsOf(files).keys()) files = writeStub(files, path)
  return files
}

/** The documents of a plugin whose Python is an untouched stub. */
export function pristineDocuments(files: Files): string[] {
  return [...documentsOf(files).keys()].filter((path) => isPristine(files, path))
}

const texts = {
  'manifest.yaml': `# Weather for everybody
version: 0.0.1
type: plugin
author: acme
name: weather
label:
  en_US: Weather
description:
  en_US: Look up the weather.
icon: icon.svg
resource:
  memory: 268435456
  permission:
    tool:
      enabled: true
    endpoint:
      enabled: true
plugins:
  tools:
    - provider/weather.yaml # the only one
  endpoints:
    - group/hook.yaml
meta:
  version: 0.0.1
  arch: [amd64, arm64]
  runner:
    language: python
    version: "3.12"
    entrypoint: main
created_at: 2025-01-01T00:00:00Z
privacy: PRIVACY.md
`,
  'provider/weather.yaml': `identity:
  author: acme
  name: weather
  label:
    en_US: Weather
  description:
    en_US: Look up the weather.
  icon: icon.svg
credentials_for_provider:
  api_key: # from the account page
    type: secret-input
    required: true
    label:
      en_US: API key
tools:
  # the one that people want
  - tools/forecast.yaml
  - tools/find_station.yaml
extra:
  python:
    source: provider/weather.py
`,
  'tools/forecast.yaml': `identity:
  name: forecast # models call it so
  author: acme
  label:
    en_US: Forecast
    zh_Hans: 预报
description:
  human:
    en_US: Get the forecast.
  llm: >-
    Returns the forecast
    of a city.
parameters:
  - name: city
    type: string
    required: true
    form: llm
    label: {en_US: City}
    human_description: {en_US: City to look up.}
    llm_description: Name of the city.
  # days from today
  - name: days
    type: number
    form: form
    default: 3
    label: {en_US: Days}
    human_description: {en_US: Days to look ahead.}
extra:
  python:
    source: tools/forecast.py
`,
  'tools/find_station.yaml': `identity:
  name: find_station
  author: acme
  label:
    en_US: Find station
description:
  human:
    en_US: Find a station.
  llm: Finds a station.
extra:
  python:
    source: tools/find_station.py
`,
  'group/hook.yaml': `settings: []
endpoints:
  - endpoints/ping.yaml
`,
  'endpoints/ping.yaml': `path: /ping
method: GET
extra:
  python:
    source: endpoints/ping.py
`,
  '_assets/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
  'README.md': '# Weather\n',
  'PRIVACY.md': 'Nothing is kept.\n',
  'main.py':
    'from dify_plugin import DifyPluginEnv, Plugin\n\nplugin = Plugin(DifyPluginEnv(MAX_REQUEST_TIMEOUT=120))\n\nif __name__ == "__main__":\n    plugin.run()\n',
}
