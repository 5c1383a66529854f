import { z } from 'zod'
import { field } from '../schema/field'

function allowed(title: string, description: string) {
  return field(
    z.boolean().optional(),
    { title, description, widget: 'switch', absent: false },
    { go: 'bool', sdk: 'bool', noNull: [] },
  )
}

function group(title: string, description: string) {
  return field(
    z.looseObject({ enabled: allowed('Allowed', description) }),
    { title, description, widget: 'group' },
    { go: 'map', sdk: 'map', noNull: [] },
  ).optional()
}

/** `pkg/entities/plugin_entities/plugin_declaration.go: PluginPermissionRequirement` (manifest.md section 3). */
export const permission = field(
  z.looseObject({
    tool: group('Tools', 'Call tools of the workspace.'),
    model: field(
      z.looseObject({
        enabled: allowed('Allowed', 'Call models of the workspace; needed for each of the following.'),
        llm: allowed('LLM', 'Call language models.'),
        text_embedding: allowed('Text embedding', 'Turn text into vectors.'),
        rerank: allowed('Rerank', 'Sort texts by relevance.'),
        tts: allowed('Text to speech', 'Turn text into speech.'),
        speech2text: allowed('Speech to text', 'Turn speech into text.'),
        moderation: allowed('Moderation', 'Check texts.'),
      }),
      { title: 'Models', description: 'Call models of the workspace.', widget: 'group' },
      { go: 'map', sdk: 'map', noNull: [] },
    ).optional(),
    node: group('Nodes', 'Use the parameter extractor and the question classifier.'),
    endpoint: group('Endpoints', 'Answer web requests. Needed by every plugin with endpoints.'),
    app: group('Apps', 'Call apps of the workspace.'),
    storage: field(
      z.looseObject({
        enabled: allowed('Allowed', 'Keep values between calls.'),
        size: field(
          z.int().min(1024).max(1073741824),
          {
            title: 'Size',
            description: 'How much may be kept, in bytes: 1024 (1 KiB) to 1073741824 (1 GiB).',
            widget: 'number',
            unit: 'bytes',
            example: '1048576',
          },
          {
            go: 'uint',
            sdk: 'int',
            required: ['struct', 'G6'],
            noNull: ['struct', 'G5', 'G6'],
            range: { min: 1024, max: 1073741824, by: ['struct', 'G5', 'G6'] },
            add: 1048576,
          },
        ),
      }),
      { title: 'Storage', description: 'Keep values between calls.', widget: 'group' },
      { go: 'map', sdk: 'map', noNull: [] },
    ).optional(),
  }),
  {
    title: 'Permissions',
    description:
      'What the plugin may ask Dify to do. Ask for what the code uses and nothing else; reviewers look at it.',
    widget: 'permissions',
  },
  { go: 'map', sdk: 'map', noNull: [] },
).optional()
