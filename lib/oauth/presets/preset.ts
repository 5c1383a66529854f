import type { z } from 'zod'
import type { oauthSettings } from '../settings'

/** What is known of a service's OAuth (oauth.md sections 8 and 9). Data alone: the settings that a flow begins with, and words. */
export interface OAuthPreset {
  id: string
  /** "Google Calendar" */
  label: string
  settings: z.input<typeof oauthSettings>
  /** What the variables of the addresses are, in the order to ask for them. */
  variables?: readonly { name: string; label: string; example: string }[]
  /** Where the client is registered, and where the service describes its OAuth. */
  registerUrl?: string
  docsUrl?: string
  /** What the service wants of redirect URIs besides the exact match. */
  redirectNote?: string
  /** How it differs from the standards, in sentences. */
  quirks?: readonly string[]
  /** Whether refresh tokens come, and whether each is replaced by the next. */
  refresh: 'standard' | 'rotating' | 'none' | 'needs-offline-parameter'
  /** Whom to believe: the official plugin's code, the vendor's documentation, or nobody yet. */
  source: 'official-plugin' | 'vendor-documentation' | 'unverified'
}
