import { ExternalLink } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import type { OAuthPreset } from '@/lib/oauth/presets/preset'

const refreshes: Record<OAuthPreset['refresh'], string | undefined> = {
  standard: undefined,
  rotating: 'Each refresh replaces the refresh token: the new one must be stored.',
  none: 'No refresh token comes.',
  'needs-offline-parameter': undefined,
}

/** What is to be known of a service before its first sign-in, and where the client is registered. */
export function PresetNotes({ preset }: { preset: OAuthPreset }) {
  const { registerUrl, docsUrl, quirks = [], refresh, source, label } = preset
  const named = registerUrl !== undefined || docsUrl !== undefined
  const says = [
    ...quirks,
    ...(named && refreshes[refresh] && !/refresh/i.test(quirks.join(' ')) ? [refreshes[refresh]] : []),
    ...(named && source !== 'official-plugin'
      ? ['Taken from the documentation of the service, not yet tried here.']
      : []),
  ]
  if (!named && says.length === 0) return null
  return (
    <div className="text-12 text-ink-2">
      {named && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {registerUrl && <Outside href={registerUrl}>Register a client</Outside>}
          {docsUrl && <Outside href={docsUrl}>How {label} does OAuth</Outside>}
        </p>
      )}
      {says.length > 0 && (
        <ul className="mt-1.5 grid list-disc gap-0.5 pl-4 marker:text-ink-3">
          {says.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Outside({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="link inline-flex items-center gap-1">
      {children}
      <Icon of={ExternalLink} size={12} />
    </a>
  )
}
