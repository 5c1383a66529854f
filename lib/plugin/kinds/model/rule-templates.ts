/** `sdk: PARAMETER_RULE_TEMPLATE`, the same words in the daemon (`validator-rules.json`: modelRuleTemplates). */
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
