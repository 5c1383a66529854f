const endings =
  /(?:^|_)(?:tokens?|secrets?|passwords?|passwd|assertion|ticket|jwt|(?:api|private|access|signing)_?keys?)$/
const names = /^(?:code_verifier|device_code|authorization|cookie|session(?:_?id)?|bearer)$/
/** Secret where they travel in a request or an address; in an answer they are the name of an error and the like. */
const sent = /^(?:code|user_code|auth|key|sig|signature)$/
const harmless = /^(?:(?:next_?)?page_token|next_token|continuation_token)$/

/**
 * Whether the name of a parameter or a JSON value says that its value is a secret (oauth.md section 10, rule 14), whatever its
 * spelling: `client_secret`, `clientSecret`, `X-Api-Key`.
 */
export function isSecretName(name: string, inAnswer = false): boolean {
  const plain = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-.\s]+/g, '_')
    .toLowerCase()
  return (endings.test(plain) && !harmless.test(plain)) || names.test(plain) || (!inAnswer && sent.test(plain))
}

/** Whether the value of a header is a secret as a whole; `X-OAuth-Scopes` is none. */
export function isSecretHeader(name: string): boolean {
  return (
    isSecretName(name) ||
    /^(?:set-cookie|proxy-authorization|x-(?:.*-)?(?:auth|key|cookie|signature|session(?:-id)?))$/i.test(name)
  )
}
