import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { createPlugin, kindIdsOf, kindsProblem, starters } from './create'
import type { Answers } from './kind'
import { textOf, type Files } from './files'
import { kinds } from './kinds/registry'

const answers: Answers = { name: 'nimbra_weather', author: 'saltmarsh', createdAt: '2026-11-22T17:04:00Z' }

const text = (files: Files, path: string) => textOf(files, path) ?? `no text at ${path}`

describe('createPlugin', () => {
  it('makes the files of a tool plugin', () => {
    expect([...createPlugin(['tool'], answers).keys()]).toEqual([
      'manifest.yaml',
      'provider/nimbra_weather.yaml',
      'provider/nimbra_weather.py',
      'tools/first_tool.yaml',
      'tools/first_tool.py',
      '_assets/icon.svg',
      '_assets/icon-dark.svg',
      'main.py',
      'README.md',
      'PRIVACY.md',
      'pyproject.toml',
      'requirements.txt',
      '.difyignore',
      '.env.example',
      '.gitignore',
    ])
  })

  it('writes a calm manifest, version first', () => {
    expect(text(createPlugin(['tool'], { ...answers, credentials: 'api-key' }), 'manifest.yaml')).toBe(`version: 0.1.0
type: plugin
author: saltmarsh
name: nimbra_weather
label:
  en_US: Nimbra Weather
description:
  en_US: Nimbra Weather for Dify.
icon: icon.svg
icon_dark: icon-dark.svg
created_at: "2026-11-22T17:04:00Z"
privacy: PRIVACY.md
tags:
  - utilities
resource:
  memory: 268435456
plugins:
  tools:
    - provider/nimbra_weather.yaml
meta:
  version: 0.0.1
  arch:
    - amd64
    - arm64
  runner:
    language: python
    version: "3.12"
    entrypoint: main
`)
  })

  it('asks for the permission that endpoints need, and joins both sections', () => {
    const manifest = text(createPlugin(['tool', 'endpoint'], answers), 'manifest.yaml')
    expect(manifest).toContain(`resource:
  memory: 268435456
  permission:
    endpoint:
      enabled: true
plugins:
  tools:
    - provider/nimbra_weather.yaml
  endpoints:
    - group/nimbra_weather.yaml
meta:
`)
  })

  it('writes a provider with an API key, and its tools', () => {
    const files = createPlugin(['tool'], { ...answers, credentials: 'api-key', items: { tool: ['search', 'null'] } })
    expect(text(files, 'provider/nimbra_weather.yaml')).toBe(`identity:
  author: saltmarsh
  name: nimbra_weather
  label:
    en_US: Nimbra Weather
  description:
    en_US: Nimbra Weather for Dify.
  icon: icon.svg
  icon_dark: icon-dark.svg
  tags:
    - utilities
credentials_for_provider:
  api_key:
    type: secret-input
    required: true
    label:
      en_US: API key
    placeholder:
      en_US: Paste your API key
    help:
      en_US: Copy it from your account at Nimbra Weather.
tools:
  - tools/search.yaml
  - tools/null.yaml
extra:
  python:
    source: provider/nimbra_weather.py
`)
    expect(text(files, 'tools/null.yaml')).toBe(`identity:
  author: saltmarsh
  name: "null"
  label:
    en_US: "Null"
description:
  human:
    en_US: Answers a query.
  llm: Takes a query and returns the answer.
parameters:
  - name: query
    type: string
    required: true
    form: llm
    label:
      en_US: Query
    human_description:
      en_US: What to ask for.
    llm_description: What to ask for, as one short sentence.
extra:
  python:
    source: tools/null.py
`)
  })

  it('writes an endpoint group with a caller key, and its endpoints', () => {
    const files = createPlugin(['endpoint'], { ...answers, credentials: 'api-key' })
    expect(text(files, 'group/nimbra_weather.yaml')).toBe(`settings:
  - name: caller_key
    type: secret-input
    required: true
    label:
      en_US: Caller key
    placeholder:
      en_US: Any text that is hard to guess
    help:
      en_US: Whoever calls the endpoint sends it in the header Authorization, after the word Bearer.
endpoints:
  - endpoints/first_endpoint.yaml
`)
    expect(text(files, 'endpoints/first_endpoint.yaml')).toBe(`path: /first_endpoint
method: POST
extra:
  python:
    source: endpoints/first_endpoint.py
`)
  })

  it('names the same packages in both dependency files', () => {
    const files = createPlugin(['tool', 'endpoint'], answers)
    expect(text(files, 'requirements.txt')).toBe(
      'dify_plugin>=0.9.0,<0.11.0\nrequests>=2.32.0,<3.0.0\nwerkzeug>=3.0.0,<4.0.0\n',
    )
    expect(text(files, 'pyproject.toml')).toBe(`[project]
name = "nimbra_weather"
version = "0.1.0"
requires-python = ">=3.12"
dependencies = [
    "dify_plugin>=0.9.0,<0.11.0",
    "requests>=2.32.0,<3.0.0",
    "werkzeug>=3.0.0,<4.0.0",
]

[tool.ruff]
line-length = 100
target-version = "py312"
`)
  })

  it('gives the project a name that Python packaging takes', () => {
    for (const [name, expected] of [
      ['2-x__y-', '2-x__y'],
      ['_', 'plugin'],
      ['dify__plugin', 'dify__plugin-plugin'],
      ['requests', 'requests-plugin'],
    ] as const) {
      expect(text(createPlugin(['tool'], { ...answers, name }), 'pyproject.toml')).toContain(`name = "${expected}"\n`)
    }
  })

  it('keeps every path within 128 characters for the longest name', () => {
    const name = 'n'.repeat(128)
    const files = createPlugin(['tool', 'endpoint'], {
      ...answers,
      name,
      items: { tool: ['t'.repeat(128)], endpoint: ['e'.repeat(128)] },
    })
    expect(Math.max(...[...files.keys()].map((path) => path.length))).toBeLessThanOrEqual(128)
    expect(parse(text(files, 'manifest.yaml'))).toMatchObject({ name })
  })

  it('never calls a provider or an item provider', () => {
    const files = createPlugin(['tool'], { ...answers, name: 'provider', items: { tool: ['provider'] } })
    expect(text(files, 'manifest.yaml')).toContain('\nname: provider\n')
    expect(text(files, 'provider/provider.yaml')).toContain('\n  name: provider_plugin\n')
    expect([...files.keys()]).toContain('tools/provider_plugin.yaml')
  })

  it('keeps what a person typed as data, whatever it is', () => {
    const label = 'He said: "yes" #1\n- `x` <b>'
    const files = createPlugin(['tool'], { ...answers, label, description: '天气' })
    expect(parse(text(files, 'manifest.yaml'))).toMatchObject({
      label: { en_US: label },
      description: { en_US: '天气' },
    })
    expect(text(files, 'README.md')).toContain('# He said: "yes" \\#1 - \\`x\\` \\<b\\>\n\nNimbra Weather for Dify.\n')
  })

  it('says in README and PRIVACY what is true of the plugin as it is made', () => {
    const files = createPlugin(['tool'], { ...answers, credentials: 'api-key' })
    expect(text(files, 'README.md')).toBe(`# Nimbra Weather

Nimbra Weather for Dify.

## Setup

In Dify, open *Plugins*, choose *Install plugin* and then *Local package file*, and select the package of this plugin.

## Credentials

In Dify, open the plugin and choose *Authorize*, then paste the API key of your account. The plugin checks it before Dify saves it.

## Usage

Add a tool of this plugin to an agent or, as a node, to a workflow:

- \`first_tool\`: give it a query, it returns the answer as text and as JSON.

## Connection

The plugin runs inside your Dify. As it comes from the builder it connects to no other host; name here every service that
you call, and what is sent to it.
`)
    expect(text(files, 'PRIVACY.md')).toBe(`# Privacy

This says how Nimbra Weather handles data.

- The plugin collects no data about the people who use it and stores nothing.
- What the plugin is given with a request is used to answer that one and for nothing else.
- Dify stores the API key, encrypted, and hands it to the plugin while a request runs. The plugin sends it to the service it
  belongs to and to nobody else, does not store it and does not write it into logs.
- Data is shared with third parties only where a request needs their service. As it comes from the builder the plugin calls
  none.
`)
  })

  it('says where models and strategies send what they are asked', () => {
    for (const [kind, reached] of [
      ['model', 'the service at the endpoint address'],
      ['agent-strategy', 'the model and the\ntools that people choose'],
    ] as const) {
      const files = createPlugin([kind], answers)
      expect(text(files, 'README.md')).toContain(reached)
      expect(text(files, 'README.md')).not.toContain('As it comes from the builder')
      expect(text(files, 'PRIVACY.md')).not.toContain('calls\n  none')
      expect(text(files, 'PRIVACY.md').endsWith('Nobody else gets anything.\n')).toBe(true)
    }
  })

  it('gives the same bytes for the same answers', () => {
    expect([...createPlugin(['tool', 'endpoint'], answers)]).toEqual([...createPlugin(['tool', 'endpoint'], answers)])
  })
})

describe('kindsProblem', () => {
  const known = kinds.map(({ id }) => id).join(', ')

  it.each([
    [['tool'], undefined],
    [['endpoint', 'tool'], undefined],
    [[], `Choose what the plugin gives Dify: ${known}.`],
    [['tool', 'tool'], 'Name the kind tool once: a plugin has one tools section.'],
    [['soup'], `There is no kind soup: choose ${known}.`],
  ])('of %j is %j', (kindIds, problem) => {
    expect(kindsProblem(kindIds)).toBe(problem)
  })
})

describe('starters', () => {
  it('have ids of their own and make every kind, alone and together', () => {
    const ids = starters().map((starter) => starter.id)
    expect(new Set(ids).size).toBe(ids.length)
    const made = starters().map((starter) => kindIdsOf(starter).join('+'))
    expect(made).toEqual(expect.arrayContaining([...kinds.map(({ id }) => id), 'tool+endpoint']))
    for (const starter of starters()) expect(kindsProblem(kindIdsOf(starter))).toBeUndefined()
  })
})
