import { baseUrlProblem, difyRedirectUris, ownRedirectUris, targetProblem } from '@/lib/oauth/redirect-uri'
import type { PlaygroundForm } from './playground-form'

/** The path of the callback of ours that the form chose: the short one where Dify's cannot be built. */
export function callbackPathOf({ callback, target }: Pick<PlaygroundForm, 'callback' | 'target'>): string {
  const [own, dify] = ownRedirectUris('', targetProblem(target) === undefined ? target : undefined)
  return (callback === 'dify' ? dify : own)?.uri ?? '/oauth/callback'
}

/** Every redirect URI that may have to be registered: ours, then those of each Dify where the plugin is known. */
export function redirectUrisOf(origin: string, { target, selfHosted }: Pick<PlaygroundForm, 'target' | 'selfHosted'>) {
  const known = targetProblem(target) === undefined
  const base = selfHosted.trim()
  return {
    own: ownRedirectUris(origin, known ? target : undefined),
    dify: known ? difyRedirectUris(target, base !== '' && baseUrlProblem(base) === undefined ? [base] : []) : [],
  }
}
