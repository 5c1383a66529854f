import { describe, expect, it } from 'vitest'
import { pyprojectRequirements, requirementsOf } from './requirements'

const short = (entries: ReturnType<typeof requirementsOf>) =>
  entries.map(({ kind, name, version }) => `${kind} ${name} ${version}`.trim())

describe('requirementsOf', () => {
  it('reads names, versions, options and addresses', () => {
    const text =
      '# all\nDify_Plugin>=0.9.0,<0.11.0  # SDK\n\nrequests[socks] == 2.32.3 ; python_version > "3.8"\n-r more.txt\nx @ https://a.b/c.zip\ngit+https://a.b/c\nhttpx\n'
    expect(short(requirementsOf(text))).toEqual([
      'package dify-plugin >=0.9.0,<0.11.0',
      'package requests == 2.32.3',
      'option',
      'url x',
      'url',
      'package httpx',
    ])
  })

  it('knows where each stands', () => {
    const text = 'a==1\n  b==2 # c\n'
    expect(requirementsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['a==1', 'b==2'])
  })
})

describe('pyprojectRequirements', () => {
  it('reads projects, groups and Poetry', () => {
    const text = `[project]
name = "x"
keywords = ["not-this"]
dependencies = [
    "dify_plugin>=0.9.0,<0.11.0", # "nor-this"
    'requests==2.32.3',
]

[project.optional-dependencies]
dev = ["ruff"]

[dependency-groups]
test = [
    "pytest>=8",
]

[tool.poetry.dependencies]
python = "^3.12"
httpx = "^0.27"
own = { git = "https://a.b/c" }

[tool.ruff]
select = ["E"]
`
    expect(short(pyprojectRequirements(text))).toEqual([
      'package dify-plugin >=0.9.0,<0.11.0',
      'package requests ==2.32.3',
      'package ruff',
      'package pytest >=8',
      'package httpx ^0.27',
      'url own',
    ])
  })

  it('knows where each stands', () => {
    const text = '[project]\ndependencies = ["a==1", "b==2"]\n'
    expect(pyprojectRequirements(text).map(({ from, to }) => text.slice(from, to))).toEqual(['a==1', 'b==2'])
  })
})
