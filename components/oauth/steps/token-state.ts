import type { ShownFlow } from '@/lib/oauth/shown-flow'

/** `gone`: the server was asked to take it back after it came, and agreed; `unsure`: it took back the other one, on which this hangs. */
export type TokenState = 'good' | 'gone' | 'unsure'

/** What became of the two tokens of a flow. */
export function tokenStates({ token, exchanges }: ShownFlow): { access: TokenState; refresh: TokenState } {
  const tookBack = (step: 'revoke' | 'revoke-access') =>
    token !== undefined &&
    exchanges
      .slice(token.index + 1)
      .some((each) => each.step === step && each.answer !== undefined && !each.refusal && each.answer.status < 300)
  const [refresh, access] = [tookBack('revoke'), tookBack('revoke-access')]
  return {
    access: access ? 'gone' : refresh ? 'unsure' : 'good',
    refresh: refresh ? 'gone' : access ? 'unsure' : 'good',
  }
}
