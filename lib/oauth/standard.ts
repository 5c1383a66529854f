const addresses = {
  'RFC 6749': 'https://www.rfc-editor.org/rfc/rfc6749',
  'RFC 6750': 'https://www.rfc-editor.org/rfc/rfc6750',
  'RFC 7009': 'https://www.rfc-editor.org/rfc/rfc7009',
  'RFC 7617': 'https://www.rfc-editor.org/rfc/rfc7617',
  'RFC 7636': 'https://www.rfc-editor.org/rfc/rfc7636',
  'RFC 7662': 'https://www.rfc-editor.org/rfc/rfc7662',
  'RFC 8252': 'https://www.rfc-editor.org/rfc/rfc8252',
  'RFC 8259': 'https://www.rfc-editor.org/rfc/rfc8259',
  'RFC 8414': 'https://www.rfc-editor.org/rfc/rfc8414',
  'RFC 8628': 'https://www.rfc-editor.org/rfc/rfc8628',
  'RFC 8707': 'https://www.rfc-editor.org/rfc/rfc8707',
  'RFC 9110': 'https://www.rfc-editor.org/rfc/rfc9110',
  'RFC 9207': 'https://www.rfc-editor.org/rfc/rfc9207',
  'RFC 9449': 'https://www.rfc-editor.org/rfc/rfc9449',
  'RFC 9470': 'https://www.rfc-editor.org/rfc/rfc9470',
  'RFC 9700': 'https://www.rfc-editor.org/rfc/rfc9700',
} as const

const openid = 'https://openid.net/specs/openid-connect-core-1_0.html'

/** A paragraph of a standard: `RFC 6749 §4.1.1`, `OIDC Core §3.1.2.1`. */
export type Standard = `${keyof typeof addresses} §${string}` | `OIDC Core §${string}`

/** Whether a text names a paragraph of one of the standards that are known here. */
export function isStandard(text: unknown): text is Standard {
  const [name = '', section] = typeof text === 'string' ? text.split(' §') : []
  return (name in addresses || name === 'OIDC Core') && section !== undefined
}

/** Where the paragraph can be read. */
export function standardUrl(standard: string): string {
  const [name = '', section = ''] = standard.split(' §')
  const rfc = Object.entries(addresses).find(([each]) => each === name)
  return rfc ? `${rfc[1]}#${/^\d/.test(section) ? 'section' : 'appendix'}-${section}` : openid
}
