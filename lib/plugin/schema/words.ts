import { languageTable } from './language-table'

/** Words that Dify knows, from `validator-rules.json` (enums). */

export const languages = languageTable.map(({ key }) => key)

/** `pkg/entities/manifest_entities/tags.go: isPluginTag`. */
export const pluginTags = [
  'search',
  'image',
  'videos',
  'weather',
  'finance',
  'design',
  'travel',
  'social',
  'news',
  'medical',
  'productivity',
  'education',
  'business',
  'entertainment',
  'utilities',
  'agent',
  'rag',
  'other',
  'trigger',
] as const

/** `sdk: ToolLabelEnum`, also what Dify's API takes for tool providers. */
export const toolTags = [
  'search',
  'image',
  'videos',
  'weather',
  'finance',
  'design',
  'travel',
  'social',
  'news',
  'medical',
  'productivity',
  'education',
  'business',
  'entertainment',
  'utilities',
  'rag',
  'other',
] as const

export const tagChoices = {
  search: { title: 'Search' },
  image: { title: 'Image' },
  videos: { title: 'Videos' },
  weather: { title: 'Weather' },
  finance: { title: 'Finance' },
  design: { title: 'Design' },
  travel: { title: 'Travel' },
  social: { title: 'Social' },
  news: { title: 'News' },
  medical: { title: 'Medical' },
  productivity: { title: 'Productivity' },
  education: { title: 'Education' },
  business: { title: 'Business' },
  entertainment: { title: 'Entertainment' },
  utilities: { title: 'Utilities' },
  agent: { title: 'Agent' },
  rag: { title: 'RAG' },
  other: { title: 'Other' },
  trigger: { title: 'Trigger' },
}

/** `pkg/entities/plugin_entities/config.go: isCredentialType`. */
export const credentialTypes = [
  'secret-input',
  'text-input',
  'select',
  'boolean',
  'model-selector',
  'app-selector',
  'array[tools]',
] as const

export const modelScopes = [
  'llm',
  'text-embedding',
  'rerank',
  'tts',
  'speech2text',
  'moderation',
  'vision',
  'document',
  'tool-call',
] as const
/** Those of them that are no type of models: what a model has to be able to do. */
export const modelFeatureScopes = ['vision', 'document', 'tool-call'] as const
export const appScopes = ['all', 'chat', 'workflow', 'completion'] as const
export const anyScopes = [
  'string',
  'number',
  'object',
  'array[number]',
  'array[string]',
  'array[object]',
  'array[file]',
] as const

/** What Dify's API takes as the scope of a credential or setting: one word (dify-api.md section 2.2). */
export const credentialScopes = [
  'llm',
  'text-embedding',
  'rerank',
  'tts',
  'speech2text',
  'moderation',
  'vision',
  'all',
  'chat',
  'workflow',
  'completion',
  'custom',
  'builtin',
] as const

/** `sdk:tool.py: ToolParameter.ToolParameterType`, the same 16 in the daemon. */
export const toolParameterTypes = [
  'string',
  'number',
  'boolean',
  'select',
  'dynamic-select',
  'secret-input',
  'file',
  'files',
  'model-selector',
  'app-selector',
  'any',
  'array',
  'object',
  'checkbox',
  'date',
  'date-range',
] as const

/** `pkg/entities/plugin_entities/endpoint_declaration.go: isAvailableMethod`. */
export const endpointMethods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'] as const
