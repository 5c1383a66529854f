/** The types of models that every Dify takes (dify-api.md section 2.6), with their keys under `models` and the SDK's classes; `kits` are its OpenAI-compatible ones that are called otherwise. */
export const modelTypes = [
  { word: 'llm', key: 'llm', title: 'LLMs', one: 'LLM', base: 'LargeLanguageModel', kits: [], member: 'LLM' },
  {
    word: 'text-embedding',
    key: 'text_embedding',
    title: 'Embedding models',
    one: 'Embedding model',
    base: 'TextEmbeddingModel',
    kits: ['OAICompatEmbeddingModel'],
    member: 'TEXT_EMBEDDING',
  },
  {
    word: 'rerank',
    key: 'rerank',
    title: 'Rerank models',
    one: 'Rerank model',
    base: 'RerankModel',
    kits: [],
    member: 'RERANK',
  },
  {
    word: 'speech2text',
    key: 'speech2text',
    title: 'Speech recognition',
    one: 'Speech recognition model',
    base: 'Speech2TextModel',
    kits: [],
    member: 'SPEECH2TEXT',
  },
  {
    word: 'tts',
    key: 'tts',
    title: 'Voices',
    one: 'Voice model',
    base: 'TTSModel',
    kits: ['OAICompatText2SpeechModel'],
    member: 'TTS',
  },
  {
    word: 'moderation',
    key: 'moderation',
    title: 'Moderation models',
    one: 'Moderation model',
    base: 'ModerationModel',
    kits: [],
    member: 'MODERATION',
  },
] as const

export type ModelType = (typeof modelTypes)[number]
export type ModelKey = ModelType['key']

/** The six words of `supported_model_types` and `model_type`. */
export const modelWords = ['llm', 'text-embedding', 'rerank', 'speech2text', 'tts', 'moderation'] as const

/** Human words for them. */
export const modelChoices = Object.fromEntries(modelTypes.map(({ word, one }) => [word, { title: one }]))

/** Words that the daemon takes besides, and the SDK of them `text2img`. */
export const daemonWords = [...modelWords, 'text2img', 'multimodal-embedding', 'multimodal-rerank'] as const
export const sdkWords = [...modelWords, 'text2img'] as const

/** Id of the document type of a predefined model. */
export function documentIdOf(type: ModelType): string {
  return `model.${type.key}`
}

/** The type whose folder a path goes through: `models/text_embedding/text_embedding.py`. */
export function typeOfPath(path: string): ModelType | undefined {
  const folders = path.split('/').slice(0, -1)
  return modelTypes.find(({ key }) => folders.includes(key))
}
