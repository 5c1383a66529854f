/** What was pasted to begin an event: what a service sent (JSON, with headers above it or as cURL), headers alone, or a name. */
export function deliveryInput(text: string): 'payload' | 'headers' | undefined {
  if (/^\s*[{[]|^\s*(\$ )?curl\b|\n\s*[{[]/i.test(text)) return 'payload'
  return /\n/.test(text) ? 'headers' : undefined
}
