'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Tag } from '@/components/ui/tag'
import { roleWords } from './role-words'
import { revokeLink, type SharedLink } from './share-requests'

const stateWords = { revoked: 'Revoked', expired: 'Ended', 'used-up': 'Used up' } as const

/** The links of a project: those that can be opened first. */
export function LinkList({
  projectId,
  links,
  onChanged,
}: {
  projectId: string
  links: readonly SharedLink[]
  onChanged: () => void
}) {
  const [asked, setAsked] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const sorted = [...links].sort((one, other) => Number(ended(one)) - Number(ended(other)))

  async function revoke(id: string) {
    setBusy(true)
    const answer = await revokeLink(projectId, id)
    setBusy(false)
    setAsked(undefined)
    setProblem(answer.ok ? undefined : answer.reason)
    document.getElementById('share-links')?.focus()
    onChanged()
  }

  return (
    <section aria-labelledby="share-links" className="border-t border-line pt-4">
      <h3 id="share-links" tabIndex={-1} className="font-semibold outline-none focus-visible:shadow-none">
        Links
      </h3>
      {problem !== undefined && (
        <InlineMessage kind="error" title="The link was not revoked." className="mt-2">
          {problem}
        </InlineMessage>
      )}
      {links.length === 0 && <p className="mt-1 text-ink-2">None yet. Only the people below have access.</p>}
      <ul className="mt-1">
        {sorted.map((link) => (
          <li
            key={link.id}
            className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5"
          >
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                <Tag look={ended(link) ? 'fill' : 'on'}>{roleWords[link.role]}</Tag>
                <span className="truncate font-medium">{link.label || 'Link'}</span>
                {link.state !== 'live' && <Tag look="line">{stateWords[link.state]}</Tag>}
              </p>
              <p className="text-12 text-ink-3">{factsOf(link)}</p>
            </div>
            {link.state === 'revoked' || link.state === 'expired' ? null : asked === link.id ? (
              <span className="flex flex-wrap items-center gap-2">
                <span className="text-12 text-ink-2">Ends at once, for everybody, for good.</span>
                <Button size="compact" onClick={() => setAsked(undefined)}>
                  Keep
                </Button>
                <Button
                  size="compact"
                  look="danger"
                  busy={busy && 'Revoking'}
                  autoFocus
                  onClick={() => void revoke(link.id)}
                >
                  Revoke
                </Button>
              </span>
            ) : (
              <Button
                size="compact"
                aria-label={`Revoke ${link.label || `the link to ${roleWords[link.role].toLowerCase()}`}`}
                onClick={() => setAsked(link.id)}
                className="max-sm:h-10"
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nobody opens it any more. One that is used up goes on for those who came by it. */
function ended({ state }: SharedLink): boolean {
  return state !== 'live'
}

function factsOf({ uses, maxUses, expiresAt, hasPassword, download, by, createdAt }: SharedLink): string {
  const day = (time: string) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(new Date(time))
  const used = maxUses === undefined ? `${uses} ${uses === 1 ? 'use' : 'uses'}` : `${uses} of ${maxUses} uses`
  return [
    `Made ${day(createdAt)}${by === undefined ? '' : ` by ${by}`}`,
    used,
    ...(expiresAt === undefined ? [] : [`ends ${day(expiresAt)}`]),
    ...(hasPassword ? ['password'] : []),
    ...(download ? [] : ['no download']),
  ].join(' · ')
}
