const share = { type: 'float', default: 0, min: 0, max: 1, precision: 2 }

/**
 * `sdk: PARAMETER_RULE_TEMPLATE`, the same in the daemon but for the type of `json_schema` (model.md section 5). Labels are left out: the
 * name of the rule stands in for them before a template is asked.
 */
export const templateValues = {
  temperature: {
    ...share,
    help: {
      en_US:
        'Controls randomness. Lower temperature results in less random completions. As the temperature approaches zero, the model will become deterministic and repetitive. Higher temperature results in more random completions.',
    },
  },
  top_p: {
    ...share,
    default: 1,
    help: {
      en_US:
        'Controls diversity via nucleus sampling: 0.5 means half of all likelihood-weighted options are considered.',
    },
  },
  top_k: {
    type: 'int',
    default: 50,
    min: 1,
    max: 100,
    precision: 0,
    help: {
      en_US: 'Limits the number of tokens to consider for each step by keeping only the k most likely tokens.',
    },
  },
  presence_penalty: {
    ...share,
    help: { en_US: 'Applies a penalty to the log-probability of tokens already in the text.' },
  },
  frequency_penalty: {
    ...share,
    help: { en_US: 'Applies a penalty to the log-probability of tokens that appear in the text.' },
  },
  max_tokens: {
    type: 'int',
    default: 64,
    min: 1,
    max: 2048,
    precision: 0,
    help: {
      en_US:
        'Specifies the upper limit on the length of generated results. If the generated results are truncated, you can increase this parameter.',
    },
  },
  response_format: {
    type: 'string',
    options: ['JSON', 'XML'],
    help: {
      en_US:
        'Set a response format, ensure the output from llm is a valid code block as possible, such as JSON, XML, etc.',
    },
  },
  json_schema: { type: 'text', help: { en_US: 'Set a response json schema will ensure LLM to adhere it.' } },
} as const

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
export interface RuleValues {
  type: string
  default?: number
  min?: number
  max?: number
  precision?: number
  options?: readonly string[]
}

const fraction = { type: 'float', default: 0, min: 0, max: 1, precision: 2 }

/** By template, as the daemon has them: it gives them to the console (model.md section 5). */
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
