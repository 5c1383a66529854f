/** What was pasted to begin an event: a payload (JSON, headers above it or a cURL command), headers alone, or nothing of the sort. */
export function deliveryInput(text: string): 'payload' | 'headers' | undefined {
  if (/^\s*[{[]|^\s*(\$ )?curl(\.exe)?\s|\n\s*[{[]/i.test(text)) return 'payload'
  return /^\s*[A-Za-z][A-Za-z0-9-]*[:\t].*\S/.test(text) ? 'headers' : undefined
}
