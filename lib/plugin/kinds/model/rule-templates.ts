/** The words of `use_template`. */
export const ruleTemplates = [
  'temperature',
  'top_p',
  'top_k',
  'presence_penalty',
  'frequency_penalty',
  'max_tokens',
  'response_format',
  'json_schema',
] as const

/** What a template brings to a parameter that does not say it itself. */
export type RuleValues = {
  type: string
  default?: number
  min?: number
  max?: number
  precision?: number
  options?: readonly string[]
}

const fraction = { type: 'float', default: 0, min: 0, max: 1, precision: 2 }

/**
 * By template, as the daemon has them: it gives them to the console (model.md section 5). The SDK's differ in the type of `json_schema`
 * alone, which is `text` there.
 */
export const ruleTemplateValues: Readonly<Record<string, RuleValues>> = {
  temperature: fraction,
  top_p: { ...fraction, default: 1 },
  top_k: { type: 'int', default: 50, min: 1, max: 100, precision: 0 },
  presence_penalty: fraction,
  frequency_penalty: fraction,
  max_tokens: { type: 'int', default: 64, min: 1, max: 2048, precision: 0 },
  response_format: { type: 'string', options: ['JSON', 'XML'] },
  json_schema: { type: 'string' },
}
