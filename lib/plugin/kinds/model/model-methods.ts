import { modelTypes, type ModelKey, type ModelType } from './model-types'
import { embeddingMethods } from './methods/embedding'
import { llmMethods } from './methods/llm'
import { moderationMethods } from './methods/moderation'
import { rerankMethods } from './methods/rerank'
import { speechMethods } from './methods/speech'
import { voiceMethods } from './methods/voice'

/** What the Python of one type of models has of its own. */
export interface Methods {
  /** Import lines of the standard library, without `typing`. */
  standard: readonly string[]
  /** The one line that imports from collections.abc. */
  collections: string
  /** Names by module of the SDK. */
  sdk: Readonly<Record<string, readonly string[]>>
  /** The methods of the class. */
  body: readonly string[]
  functions: readonly string[]
}

const byKey: Readonly<Record<ModelKey, Methods>> = {
  llm: llmMethods,
  text_embedding: embeddingMethods,
  rerank: rerankMethods,
  speech2text: speechMethods,
  tts: voiceMethods,
  moderation: moderationMethods,
}

/** The methods of a type of models; with `added` also what Dify is told of a model that a person added by name. */
export function methodsOf(type: ModelType, added: boolean): Methods {
  const own = byKey[type.key]
  if (!added) return own
  const { names, lines } = schemaOf(type.key)
  const before = own.sdk['dify_plugin.entities.model'] ?? []
  return {
    ...own,
    sdk: {
      ...own.sdk,
      'dify_plugin.entities': ['I18nObject'],
      'dify_plugin.entities.model': [...new Set([...before, ...names])],
    },
    body: [...own.body, '', ...lines],
    functions: [
      ...own.functions,
      ...(names.includes('ModelPropertyKey') ? [sizeFunction] : []),
      ...(names.includes('ModelFeature') ? [featuresFunction] : []),
    ],
  }
}

const sizeFunction = `def _context_size(credentials: Mapping) -> int:
    """How many tokens a person says the model takes."""
    text = str(credentials.get("context_size") or "")
    return int(text) if text.isdecimal() else 4096
`

const featuresFunction = `def _features(credentials: Mapping) -> list[ModelFeature]:
    """What a person says the model can do: it calls tools unless they say no."""
    if credentials.get("tool_calls") == "no":
        return []
    return [ModelFeature.TOOL_CALL, ModelFeature.STREAM_TOOL_CALL]
`

function schemaOf(key: ModelKey): { names: string[]; lines: string[] } {
  const member = modelTypes.find((type) => type.key === key)?.member ?? ''
  const sized = key === 'llm' || key === 'text_embedding' || key === 'rerank'
  const properties = [
    ...(key === 'llm' ? ['ModelPropertyKey.MODE: "chat",'] : []),
    ...(sized ? ['ModelPropertyKey.CONTEXT_SIZE: _context_size(credentials),'] : []),
    ...(key === 'text_embedding' ? ['ModelPropertyKey.MAX_CHUNKS: 16,'] : []),
  ]
  return {
    names: [
      'AIModelEntity',
      'FetchFrom',
      'ModelType',
      ...(sized ? ['ModelPropertyKey'] : []),
      ...(key === 'llm' ? ['ModelFeature', 'ParameterRule'] : []),
    ],
    lines: [
      '    def get_customizable_model_schema(self, model: str, credentials: Mapping) -> AIModelEntity:',
      '        """What Dify is told of a model that a person added."""',
      '        return AIModelEntity(',
      '            model=model,',
      '            label=I18nObject(en_US=model),',
      `            model_type=ModelType.${member},`,
      '            fetch_from=FetchFrom.CUSTOMIZABLE_MODEL,',
      ...(key === 'llm' ? ['            features=_features(credentials),'] : []),
      ...(properties.length === 0
        ? ['            model_properties={},']
        : ['            model_properties={', ...properties.map((line) => `                ${line}`), '            },']),
      ...(key === 'llm'
        ? [
            '            parameter_rules=[',
            '                ParameterRule.model_validate({"name": name, "use_template": name})',
            '                for name in ("temperature", "top_p", "max_tokens")',
            '            ],',
          ]
        : []),
      '        )',
    ],
  }
}
