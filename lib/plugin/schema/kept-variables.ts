/** Names that Dify keeps for its own variables (tool.md section 5). */
export const keptVariables: ReadonlySet<string> = new Set(['json', 'text', 'files'])
