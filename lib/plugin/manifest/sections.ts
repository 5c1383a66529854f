/**
 * The sections that Dify knows under `plugins` (manifest.md sections 1 and 5), whether or not a kind is built for them: the key,
 * the key of the same provider written inside the manifest, and words.
 */
export const sections = [
  { key: 'tools', inline: 'tool', noun: 'tools', title: 'Tool provider' },
  { key: 'endpoints', inline: 'endpoint', noun: 'endpoints', title: 'Endpoint group' },
  { key: 'models', inline: 'model', noun: 'models', title: 'Model provider' },
  {
    key: 'agent_strategies',
    inline: 'agent_strategy',
    noun: 'agent strategies',
    title: 'Agent strategy provider',
  },
  { key: 'datasources', inline: 'datasource', noun: 'data sources', title: 'Data source provider' },
  { key: 'triggers', inline: 'trigger', noun: 'triggers', title: 'Trigger provider' },
] as const
