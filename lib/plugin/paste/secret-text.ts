/** Names of what opens a door, as services write them: `token`, `apiKey`, `client_secret`, `X-Hub-Signature`, `otp`. */
const names =
  /token|secret|signature|passw|passcode|pwd|hmac|nonce|authori[sz]ation|credential|cookie|session|(?:api|private|access|signing|auth)[_-]?key|(?:^|[_-])(?:auth|key|otp|pin|cvc|cvv)$|(?:verification|security|access)[_-]?code/i

/** Beginnings by which services make their tokens known, and private keys. */
const known =
  /^(?:gh[a-z]_|github_pat_|gl[a-z]+-|xox[a-z]-|xapp-|sk-|[a-z]{2}_(?:live|test)_|whsec_|shp[a-z]{2}_|AKIA|ASIA|AIza|ya29\.|npm_|pypi-|hf_|SG\.|eyJ).{6}|^-----BEGIN/

/** Whether a field of this name holds a secret, whatever it is. */
export function isSecretField(name: string): boolean {
  return names.test(name)
}

/** Whether a token, a key or the like stands in a text, as far as its look tells: in doubt it does. Identifiers like UUIDs do not count. */
export function holdsSecret(text: string): boolean {
  return text.split(/[\s"'`/?&=:#,;<>()[\]{}|@]+/).some((word) => known.test(word) || isRandom(word))
}

/** Whether a text is a token of which its service is known by the beginning, maybe behind a word like Bearer. */
export function isKnownToken(text: string): boolean {
  return text.split(/\s+/).some((word) => known.test(word))
}

/** Letters and digits that change as no word of a person does. */
function isRandom(word: string): boolean {
  const runs = word.match(/[A-Za-z0-9+]{16,}/g) ?? []
  return runs.some((run) => (run.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 3)
}
