import { describe, expect, it } from 'vitest'
import { checkPlugin, located } from '../check'
import { createPlugin } from '../create'
import { removeFile, renameFile, textOf, writeFile, type Files } from '../files'
import { changed, repaired, saidOf, samplePlugin } from './sample-plugin'

const manifest = 'manifest.yaml'
const provider = 'provider/weather.yaml'
const tool = 'tools/forecast.yaml'

/** A plugin and what is said of it beyond the sample. */
const cases: Record<string, [Files, string[]]> = {
  'a contact that is an example': [
    changed(manifest, 'hello@acme.dev', 'you@example.com'),
    ['publish contact - manifest.yaml:13:10'],
  ],
  'a provider that is not there': [removeFile(samplePlugin, provider), ['error file-missing G1,G5 manifest.yaml:26:7']],
  'a group that is not there, which the SDK reads as an empty one': [
    removeFile(samplePlugin, 'group/weather.yaml'),
    ['error file-missing G1 manifest.yaml:28:7'],
  ],
  'a tool that is not there': [removeFile(samplePlugin, tool), ['error file-missing G1,G5 provider/weather.yaml:16:5']],
  'a folder named as a tool': [
    changed(provider, '- tools/forecast.yaml', '- tools'),
    ['error file-missing G1,G5 provider/weather.yaml:16:5'],
  ],
  'a number named as a tool': [
    changed(provider, '- tools/forecast.yaml', '- 5'),
    ['error file-missing G1,G5 provider/weather.yaml:16:5', 'error yaml-type G5 provider/weather.yaml:16:5'],
  ],
  'a path with ./': [
    changed(manifest, '- provider/weather.yaml', '- ./provider/weather.yaml'),
    ['error path-form G1 manifest.yaml:26:7'],
  ],
  'a path that leads out': [
    changed(provider, '- tools/forecast.yaml', '- ../forecast.yaml'),
    ['error path-form G1,G5 provider/weather.yaml:16:5'],
  ],
  'an absolute path': [
    changed(manifest, '- provider/weather.yaml', '- /etc/passwd'),
    ['error path-form G1,G5 manifest.yaml:26:7'],
  ],
  'a provider named as a tool': [
    changed(provider, '- tools/forecast.yaml', '- provider/weather.yaml'),
    [
      'advice unknown-key - provider/weather.yaml:8:3',
      'advice unknown-key - provider/weather.yaml:9:1',
      'advice unknown-key - provider/weather.yaml:15:1',
      'advice unknown-key - provider/weather.yaml:6:3',
      'error missing G4,G5 provider/weather.yaml:1:1',
      'error python-base G5 provider/weather.yaml:19:13',
    ],
  ],
  'Python that is not there': [
    removeFile(samplePlugin, 'tools/forecast.py'),
    ['error python-missing G5 tools/forecast.yaml:39:13'],
  ],
  'options that no code gives': [
    changed(tool, '    type: string', '    type: dynamic-select'),
    ['advice no-options-method - tools/forecast.yaml:12:11', 'advice llm-type - tools/forecast.yaml:14:11'],
  ],
  'options that code gives': [
    writeFile(
      changed(tool, '    type: string', '    type: dynamic-select'),
      'tools/options.py',
      'class Base(Tool):\n    def _fetch_parameter_options(self, parameter):\n        return []\n',
    ),
    ['advice llm-type - tools/forecast.yaml:14:11'],
  ],
  'Python that does not name a parameter': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'class A(Tool):\n    def _invoke(self, tool_parameters: dict):\n        yield tool_parameters["city"]\n',
    ),
    ['advice python-unread - tools/forecast.yaml:20:11'],
  ],
  'Python that reads what is no parameter': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'class A(Tool):\n    def _invoke(self, tool_parameters: dict):\n        yield tool_parameters["city"], tool_parameters["units"], tool_parameters.get("days")\n',
    ),
    ['advice python-undeclared - tools/forecast.py:3:87'],
  ],
  'Python that hands the parameters on': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'class A(Tool):\n    def _invoke(self, tool_parameters: dict):\n        yield call(**tool_parameters)\n',
    ),
    [],
  ],
  'Python named without its ending': [
    changed(tool, 'tools/forecast.py', 'tools/forecast'),
    ['advice python-suffix - tools/forecast.yaml:39:13'],
  ],
  'Python named as its YAML': [
    changed(tool, 'tools/forecast.py', 'tools/forecast.yaml'),
    ['advice python-suffix - tools/forecast.yaml:39:13'],
  ],
  'Python that is none': [
    changed(tool, 'tools/forecast.py', 'README.md'),
    ['error python-suffix G5 tools/forecast.yaml:39:13'],
  ],
  'Python without a class': [
    writeFile(samplePlugin, 'tools/forecast.py', '# nothing yet\n'),
    ['error python-class G5 tools/forecast.yaml:39:13'],
  ],
  'Python that takes its class from elsewhere': [
    writeFile(samplePlugin, 'tools/forecast.py', 'from tools.base import Forecast\n'),
    [],
  ],
  'Python with two tools': [
    writeFile(samplePlugin, 'tools/forecast.py', 'class A(Tool):\n    pass\n\nclass B(Tool):\n    pass\n'),
    ['error python-classes G5 tools/forecast.yaml:39:13'],
  ],
  'Python with two tools of which one may not be there': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'class A(Tool):\n    pass\n\nif True:\n    class B(Tool):\n        pass\n',
    ),
    ['advice python-classes - tools/forecast.yaml:39:13'],
  ],
  'Python with a tool and one derived from it': [
    writeFile(samplePlugin, 'tools/forecast.py', 'class A(Tool):\n    pass\n\n@plain\nclass B(A):\n    pass\n'),
    ['error python-classes G5 tools/forecast.yaml:39:13'],
  ],
  'Python that imports the tool of another file': [
    writeFile(
      writeFile(samplePlugin, 'tools/base.py', 'class Base(Tool):\n    pass\n'),
      'tools/forecast.py',
      'from .base import Base\n\nclass A(Base):\n    pass\n',
    ),
    ['error python-classes G5 tools/forecast.yaml:39:13'],
  ],
  'Python that imports it where it needs it': [
    writeFile(
      writeFile(samplePlugin, 'tools/base.py', 'class Base(Tool):\n    pass\n'),
      'tools/forecast.py',
      'class A(Tool):\n    def f(self):\n        from tools.base import Base as B\n        return B\n',
    ),
    [],
  ],
  'Python with a tool and helpers': [
    writeFile(
      writeFile(samplePlugin, 'tools/client.py', 'class Client:\n    pass\n'),
      'tools/forecast.py',
      'from tools.client import Client\n\nclass Error(Exception):\n    pass\n\nclass C(Client):\n    pass\n\nclass A(Tool):\n    pass\n',
    ),
    [],
  ],
  'Python that writes a tool twice': [
    writeFile(samplePlugin, 'tools/forecast.py', 'class A(Tool):\n    pass\n\nclass A(Tool):\n    pass\n'),
    [],
  ],
  'Python with the class of a provider for a tool': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'from typing import Any\n\nfrom dify_plugin import ToolProvider\n\nclass A(ToolProvider):\n    pass\n',
    ),
    ['error python-base G5 tools/forecast.yaml:39:13'],
  ],
  'Python with such a class beside one that may be a tool': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'from dify_plugin import ToolProvider\nfrom maker import Maker\n\nclass A(ToolProvider):\n    pass\n\nclass B(Maker):\n    pass\n',
    ),
    [],
  ],
  'Python that imports the base alone': [
    writeFile(samplePlugin, 'tools/forecast.py', 'from dify_plugin import Tool\n'),
    ['error python-class G5 tools/forecast.yaml:39:13'],
  ],
  'Python whose class has no base': [
    writeFile(samplePlugin, 'tools/forecast.py', 'class A:\n    pass\n'),
    ['error python-base G5 tools/forecast.yaml:39:13'],
  ],
  'Python that imports the base and forgets it': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'import json\nfrom typing import Any\n\nfrom dify_plugin import Tool\n\nclass A:\n    pass\n',
    ),
    ['error python-base G5 tools/forecast.yaml:39:13'],
  ],
  'Python without a base that imports a class from its own files': [
    writeFile(samplePlugin, 'tools/forecast.py', 'from tools.base import Forecast\n\nclass A:\n    pass\n'),
    ['advice python-base - tools/forecast.yaml:39:13'],
  ],
  'Python without a base that imports a tool of the SDK': [
    writeFile(samplePlugin, 'tools/forecast.py', 'from dify_plugin.x import PlainTool\n\nclass A:\n    pass\n'),
    ['advice python-base - tools/forecast.yaml:39:13'],
  ],
  'Python without a base that makes its class': [
    writeFile(
      samplePlugin,
      'tools/forecast.py',
      'from dify_plugin import Tool\n\nclass A:\n    pass\n\nForecast = type("Forecast", (Tool,), {})\n',
    ),
    ['advice python-base - tools/forecast.yaml:39:13'],
  ],
  'Python with a dot in its name': [
    changed(
      tool,
      'tools/forecast.py',
      'tools/fore.cast.py',
      renameFile(samplePlugin, 'tools/forecast.py', 'tools/fore.cast.py'),
    ),
    ['error python-name G5 tools/forecast.yaml:39:13'],
  ],
  'no main.py': [removeFile(samplePlugin, 'main.py'), ['error entrypoint-missing G5 manifest.yaml:37:17']],
  'an icon that is not there': [
    removeFile(writeFile(samplePlugin, '_assets/other.svg', 'x'), '_assets/icon.svg'),
    ['error icon-missing G2,G3 manifest.yaml:9:7', 'error icon-missing G2,G3 provider/weather.yaml:8:9'],
  ],
  'no icons at all': [
    removeFile(samplePlugin, '_assets/icon.svg'),
    ['error icon-missing G2,G3,G5 manifest.yaml:9:7', 'error icon-missing G2,G3,G5 provider/weather.yaml:8:9'],
  ],
  'an icon with its folder': [
    changed(manifest, 'icon: icon.svg', 'icon: _assets/icon.svg'),
    ['error icon-missing G2,G3 manifest.yaml:9:7'],
  ],
  'a dark icon of a provider that is not there': [
    changed(provider, '  icon: icon.svg', '  icon: icon.svg\n  icon_dark: dark.svg'),
    ['error icon-missing G3 provider/weather.yaml:9:14'],
  ],
  'two providers of one kind': [
    changed(manifest, '    - provider/weather.yaml', '    - provider/weather.yaml\n    - provider/weather.yaml'),
    ['advice one-provider - manifest.yaml:26:5'],
  ],
  'a provider inside the manifest': [
    changed(manifest, 'privacy:', 'tool: {}\nprivacy:'),
    ['error inline-provider G2,G4 manifest.yaml:15:7'],
  ],
  'an agent tag that the provider inherits': [
    changed(manifest, '  - weather', '  - agent'),
    ['error inherited-tag G6 manifest.yaml:11:5'],
  ],
  'a rag tag that the provider inherits': [
    changed(manifest, '  - weather', '  - rag'),
    ['error tag-release G6 manifest.yaml:11:5'],
  ],
  'two tools of one name': [
    changed(
      provider,
      '  - tools/forecast.yaml',
      '  - tools/forecast.yaml\n  - tools/other.yaml',
      writeFile(samplePlugin, 'tools/other.yaml', textOf(samplePlugin, tool) ?? ''),
    ),
    ['advice repeated-item - tools/other.yaml:3:9'],
  ],
  'a tool that is listed twice': [
    changed(provider, '  - tools/forecast.yaml', '  - tools/forecast.yaml\n  - tools/forecast.yaml'),
    ['advice repeated-file - provider/weather.yaml:17:5'],
  ],
  'no dependencies': [
    removeFile(samplePlugin, 'requirements.txt'),
    ['error dependencies-missing G5 requirements.txt:1:1'],
  ],
  'a uv project': [
    removeFile(
      writeFile(
        writeFile(samplePlugin, 'uv.lock', ''),
        'pyproject.toml',
        '[project]\ndependencies = ["dify_plugin>=0.9.0,<0.11.0"]\n',
      ),
      'requirements.txt',
    ),
    ['advice requirements-missing - requirements.txt:1:1'],
  ],
  'an old SDK': [
    writeFile(samplePlugin, 'requirements.txt', 'dify_plugin~=0.9.0\n'),
    ['publish sdk-version - requirements.txt:1:1'],
  ],
  'no SDK': [
    writeFile(samplePlugin, 'requirements.txt', 'requests==2.32.3\n'),
    ['publish sdk-missing - requirements.txt:1:1'],
  ],
  'requirements without and with odd versions': [
    writeFile(
      samplePlugin,
      'requirements.txt',
      'dify_plugin>=0.9.0,<0.11.0\nrequests\nhttpx>=0.27\ngit+https://x.dev/y\n-e .\ntorch==2.0\n',
    ),
    [
      'publish dependency-version - requirements.txt:2:1',
      'advice dependency-bound - requirements.txt:3:1',
      'publish dependency-url - requirements.txt:4:1',
      'advice dependency-option - requirements.txt:5:1',
      'advice dependency-heavy - requirements.txt:6:1',
    ],
  ],
  'files of nobody else': [
    writeFile(writeFile(samplePlugin, '.env', 'KEY=1'), '.git/config', ''),
    ['publish unwanted-file - .env:1:1', 'publish unwanted-file - .git/config:1:1'],
  ],
  'an example environment': [writeFile(samplePlugin, '.env.example', 'KEY='), []],
  'a file too large': [
    writeFile(samplePlugin, 'data.bin', new Uint8Array(52_428_801)),
    ['error too-large G2,G3 manifest.yaml:1:1'],
  ],
  'a template icon': [
    writeFile(samplePlugin, '_assets/icon.svg', '<svg><!-- DIFY_MARKETPLACE_TEMPLATE_ICON_DO_NOT_USE --></svg>'),
    ['publish template-icon - manifest.yaml:9:7'],
  ],
  'no contact': [changed(manifest, 'contact: hello@acme.dev\n', ''), ['publish contact - manifest.yaml:1:1']],
  'a contact that is none': [
    changed(manifest, 'hello@acme.dev', 'acme-support'),
    ['publish contact - manifest.yaml:13:10'],
  ],
  'a repository elsewhere': [
    changed(manifest, 'repo: https://github.com/acme/weather', 'repo: https://acme.dev/weather'),
    ['publish repo-host - manifest.yaml:14:7'],
  ],
  'no privacy policy named': [
    changed(manifest, 'privacy: PRIVACY.md\n', ''),
    ['publish privacy-missing - manifest.yaml:1:1'],
  ],
  'no privacy policy at all': [
    changed(manifest, 'privacy: PRIVACY.md\n', '', removeFile(samplePlugin, 'PRIVACY.md')),
    ['publish privacy-missing - manifest.yaml:1:1'],
  ],
  'a privacy policy that is not there': [
    removeFile(samplePlugin, 'PRIVACY.md'),
    ['publish privacy-file - manifest.yaml:15:10'],
  ],
  'a privacy policy by mail': [
    changed(manifest, 'privacy: PRIVACY.md', 'privacy: mailto:a@b.c'),
    ['publish privacy-address - manifest.yaml:15:10'],
  ],
  'an address and no file': [
    changed(
      manifest,
      'privacy: PRIVACY.md',
      'privacy: https://acme.dev/privacy',
      removeFile(samplePlugin, 'PRIVACY.md'),
    ),
    ['publish privacy-written - PRIVACY.md:1:1'],
  ],
  "the template's privacy policy": [
    writeFile(samplePlugin, 'PRIVACY.md', '# Privacy\n\n!!! Please fill in the privacy policy of the plugin.\n'),
    ['publish privacy-template - PRIVACY.md:1:1'],
  ],
  'a privacy policy about nothing': [
    writeFile(samplePlugin, 'PRIVACY.md', 'Hello.\n'),
    ['advice privacy-topics - PRIVACY.md:1:1'],
  ],
  'no README': [removeFile(samplePlugin, 'README.md'), ['publish readme-missing - README.md:1:1']],
  'an empty README': [writeFile(samplePlugin, 'README.md', '\n'), ['publish readme-empty - README.md:1:1']],
  'a README in Chinese': [changed('README.md', 'Enter', '请输入'), ['publish readme-language - README.md:7:1']],
  'Chinese inside a code block': [changed('README.md', 'Enter', '```\n请输入\n```\nEnter'), []],
  'a README without the source': [
    changed('README.md', 'https://github.com/acme/weather', 'No link.'),
    ['publish readme-source - README.md:1:1'],
  ],
  'a README without topics': [
    writeFile(samplePlugin, 'README.md', 'https://github.com/acme/weather\n'),
    ['advice readme-topics - README.md:1:1'],
  ],
  'a translation at the root': [writeFile(samplePlugin, 'README_zh.md', 'x'), ['advice readme-place - README.md:1:1']],
}

describe('the rules of a package', () => {
  for (const [name, [files, said]] of Object.entries(cases)) {
    it(`judge ${name}`, () => {
      expect([...saidOf(files)].sort()).toEqual([...said].sort())
    })
  }

  it('judge sections that do not go together', () => {
    const files = changed(manifest, '  endpoints:\n    - group/weather.yaml', '  models:\n    - group/weather.yaml')
    expect(saidOf(files)).toContain('error combination G3,G4 manifest.yaml:28:5')
  })

  it('judge a plugin without sections', () => {
    const files = changed(
      manifest,
      '  tools:\n    - provider/weather.yaml\n  endpoints:\n    - group/weather.yaml\n',
      '  tools: []\n',
    )
    expect(saidOf(files)).toEqual(['error no-section G3,G4 manifest.yaml:25:3'])
  })

  it('judge the order of version and meta', () => {
    const text = textOf(samplePlugin, manifest) ?? ''
    const files = writeFile(samplePlugin, manifest, `${text.replace('version: 0.0.1\n', '')}version: 0.0.1\n`)
    expect(saidOf(files)).toEqual(['publish version-first - manifest.yaml:38:10'])
  })
})

describe('the fixes', () => {
  it('clean a path', () => {
    const files = changed(manifest, '- provider/weather.yaml', '- ./provider/weather.yaml')
    expect(repaired(files, 'path-form')).toBe(textOf(samplePlugin, manifest))
  })

  it('add an icon, main.py, requirements.txt, README.md and PRIVACY.md', () => {
    const gone = ['_assets/icon.svg', 'main.py', 'requirements.txt', 'README.md', 'PRIVACY.md']
    for (const path of gone) {
      const files = removeFile(samplePlugin, path)
      const fix = checkPlugin(files).find((finding) => finding.fix)?.fix
      expect(fix?.apply(files).has(path), path).toBe(true)
    }
  })

  it('write of credentials only where the plugin asks for some', () => {
    const gone = (files: Files) => removeFile(removeFile(files, 'README.md'), 'PRIVACY.md')
    const asking = gone(samplePlugin)
    expect(repaired(asking, 'privacy-file', 'PRIVACY.md')).toContain('Dify stores the credentials that people enter')
    expect(repaired(asking, 'readme-missing', 'README.md')).toContain('Dify asks for them')
    const silent = gone(createPlugin(['tool'], { name: 'x', author: 'acme', createdAt: '2026-01-01T00:00:00Z' }))
    expect(repaired(silent, 'privacy-file', 'PRIVACY.md')).not.toMatch(/credential|key/)
    expect(repaired(silent, 'readme-missing', 'README.md')).toContain('The plugin asks for no credentials.')
  })

  it('keep what is not to be packed out of the package, and what .gitignore said with it', () => {
    const files = writeFile(writeFile(samplePlugin, '.env', 'KEY=1'), '.gitignore', 'notes/\n')
    expect(repaired(files, 'unwanted-file', '.difyignore')?.split('\n')).toEqual(
      expect.arrayContaining(['.env', '.git/', 'notes/']),
    )
  })

  it('extend a .difyignore by what is missing in it', () => {
    const files = writeFile(writeFile(samplePlugin, 'deploy.key', 'x'), '.difyignore', '.env')
    const lines = repaired(files, 'unwanted-file', '.difyignore')?.split('\n') ?? []
    expect(lines.filter((line) => line === '.env')).toHaveLength(1)
    expect(lines).toEqual(expect.arrayContaining(['*.key', '/deploy.key']))
  })

  it('rewrite a pin of the SDK where it stands', () => {
    const files = writeFile(samplePlugin, 'requirements.txt', '# pins\ndify_plugin~=0.9.0 # SDK\nrequests==2.32.3\n')
    expect(repaired(files, 'sdk-version', 'requirements.txt')).toBe(
      '# pins\ndify_plugin>=0.9.0,<0.11.0 # SDK\nrequests==2.32.3\n',
    )
  })

  it('give the provider tags of its own', () => {
    const files = changed(manifest, '  - weather', '  - agent')
    expect(repaired(files, 'inherited-tag', provider)).toContain('tags:')
  })

  it('set the minimum version that a tool needs', () => {
    const files = changed(tool, 'type: string', 'type: checkbox')
    expect(repaired(files, 'parameter-type-release')).toContain('minimum_dify_version: "1.10.0"')
  })
})

describe('checkPlugin', () => {
  it('gives a finding its place as line, column and pointer', () => {
    const files = changed(tool, 'default: metric', 'default: imperial')
    const finding = checkPlugin(files).find(({ file }) => file === tool)
    expect(finding && located(finding, files)).toEqual({ line: 23, column: 14, pointer: '/parameters/1/default' })
  })

  it('escapes names in a pointer', () => {
    const finding = {
      rule: 'x',
      severity: 'advice',
      gates: [],
      message: '',
      file: 'none',
      path: ['a/b', '~', 0],
    } as const
    expect(located(finding, samplePlugin)).toEqual({ line: 1, column: 1, pointer: '/a~1b/~0/0' })
  })

  it('says the same of the same files in any order', () => {
    const files = changed(manifest, 'author: acme', 'author: Acme', removeFile(samplePlugin, tool))
    expect(saidOf(new Map([...files].reverse()))).toEqual(saidOf(files))
  })

  it('stays calm before keys of Object.prototype and deep or repeated values', () => {
    const text = textOf(samplePlugin, manifest) ?? ''
    const laughs = Array.from(
      { length: 10 },
      (_, n) =>
        `x${n}: &x${n} [${Array(9)
          .fill(n ? `*x${n - 1}` : 'lol')
          .join(', ')}]`,
    ).join('\n')
    for (const more of [
      '__proto__: {a: 1}\nconstructor: 1\n',
      `${laughs}\n`,
      `x: ${'['.repeat(20_000)}`,
      'x: &x\n  y: *x\n',
    ]) {
      expect(saidOf(writeFile(samplePlugin, manifest, text + more)).every((line) => line.length > 0)).toBe(true)
    }
    expect(saidOf(writeFile(samplePlugin, manifest, `${text}__proto__: {a: 1}\n`))).toEqual([
      'advice unknown-key - manifest.yaml:39:1',
    ])
  })
})
