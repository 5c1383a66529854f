/** What was pasted to begin a tool: a request (a cURL command), its answer (JSON), or nothing of the sort, such as a name. */
export function requestInput(text: string): 'request' | 'answer' | undefined {
  if (/^\s*(\$ )?curl(\.exe)?\s/i.test(text)) return 'request'
  return /^\s*[{[]/.test(text) ? 'answer' : undefined
}
