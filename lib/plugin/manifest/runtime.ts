import { z } from 'zod'
import { field } from '../schema/field'

/** `pkg/entities/manifest_entities/version.go: PluginDeclarationVersionRegex`. */
const versionPattern = '^\\d{1,4}(\\.\\d{1,4}){2}(-\\w{1,16})?$'

const runner = z.looseObject({
  language: field(
    z.enum(['python']),
    { title: 'Language', description: 'Dify runs Python.', widget: 'select', rare: true },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      words: [
        { rule: 'runner-language', by: ['struct', 'G5'], words: ['python'], why: 'Dify runs plugins in Python only' },
      ],
    },
  ),
  version: field(
    z.string().max(128),
    {
      title: 'Python version',
      description: 'For readers: Dify always uses Python 3.12. Written in quotes.',
      example: '3.12',
      mono: true,
      rare: true,
    },
    { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: { length: 128, by: ['struct'] } },
  ),
  entrypoint: field(
    z.string().max(256),
    {
      title: 'Entry point',
      description: 'The Python module that starts the plugin: "main" is the file main.py.',
      example: 'main',
      mono: true,
      rare: true,
    },
    { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: { length: 256, by: ['struct'] } },
  ),
})

/** `meta` of the manifest: how Dify starts the plugin (manifest.md section 6). */
export const meta = z.looseObject({
  version: field(
    z.string().regex(/^\d{1,4}(\.\d{1,4}){2}(-\w{1,16})?$/),
    {
      title: 'Format version',
      description: 'Version of the manifest format, not of the plugin: 0.0.1, for agent strategies 0.0.2.',
      example: '0.0.1',
      mono: true,
      rare: true,
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      patterns: [
        {
          rule: 'meta-version',
          by: ['struct'],
          pattern: versionPattern,
          empty: true,
          message: "Write meta.version as three numbers, such as 0.0.1. Dify's packager refuses any other.",
        },
      ],
    },
  ),
  arch: field(
    z.array(
      field(
        z.enum(['amd64', 'arm64']),
        { title: 'Processor', description: 'A sort of processor.' },
        {
          go: 'text',
          sdk: 'text',
          words: [
            {
              rule: 'arch',
              by: ['struct', 'G5'],
              words: ['amd64', 'arm64'],
              why: 'Dify knows only these two processors',
            },
          ],
        },
      ),
    ),
    {
      title: 'Processors',
      description: 'Where the plugin runs. Python without compiled parts runs on both.',
      widget: 'tags',
      rare: true,
      choices: {
        amd64: { title: 'amd64', description: 'Intel and AMD' },
        arm64: { title: 'arm64', description: 'ARM, Apple' },
      },
    },
    { go: 'texts', sdk: 'list', required: ['struct', 'G5'], add: ['amd64', 'arm64'] },
  ),
  runner: field(
    runner,
    { title: 'Runner', description: 'How the plugin is started.', widget: 'group', rare: true },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  minimum_dify_version: field(
    z.string().optional(),
    {
      title: 'Minimum Dify version',
      description:
        'The oldest Dify that the plugin works with; older ones warn before installing. Needed for newer features, such as 1.10.0 for triggers.',
      example: '1.10.0',
      mono: true,
    },
    { go: 'text', sdk: 'text', noNull: [], checks: ['minimum-dify-version'] },
  ),
})
