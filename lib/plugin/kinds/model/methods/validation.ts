/** `validate_credentials`: one small request, with every trouble as the SDK's error. */
export function validation(request: readonly string[]): string[] {
  return [
    '    def validate_credentials(self, model: str, credentials: Mapping) -> None:',
    '        try:',
    ...request.map((line) => `            ${line}`),
    '        except Exception as exc:',
    '            raise CredentialsValidateFailedError(str(exc)) from exc',
  ]
}

/** An estimate that needs no network (stubs.md section 4.4). */
export const tokensFunction = `def _tokens(text: str) -> int:
    """An estimate: four Latin characters or one other character make a token."""
    latin = sum(1 for character in text if ord(character) < 0x2E80)
    return (latin + 3) // 4 + len(text) - latin
`
