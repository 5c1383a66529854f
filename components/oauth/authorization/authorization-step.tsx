'use client'

import { AppWindow, Copy, ExternalLink } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { InlineMessage } from '@/components/ui/inline-message'
import type { LiveRequest } from '../live-request'
import { RemarkList } from '../steps/remark-list'
import { StandardLink } from '../steps/standard-link'
import { Step } from '../step'
import { ParameterList } from './parameter-list'

/** How a sign-in leaves this page. */
export type Opening = 'popup' | 'tab' | 'copy'

export interface AuthorizationStepProps {
  live: LiveRequest
  /** A flow began with other settings than those of the form. */
  changed: boolean
  reached: boolean
  look: 'primary' | 'plain'
  opening?: Opening
  trouble?: string
  /** What was opened, as a link for those whose browser did not open it. */
  opened?: string
  onOpen: (how: Opening) => void
}

/** The authorization URL, built as the settings are typed, taken apart, and opened. */
export function AuthorizationStep({
  live,
  changed,
  reached,
  look,
  opening,
  trouble,
  opened,
  onOpen,
}: AuthorizationStepProps) {
  const address = live.ok ? addressOf(live.request.url) : undefined
  return (
    <Step
      title="Authorization URL"
      aside={<StandardLink of="RFC 6749 §4.1.1" />}
      reached={reached}
      footer={
        <>
          <Button
            look={look}
            icon={AppWindow}
            className="max-sm:h-10"
            busy={opening === 'popup' && 'Opening'}
            onClick={() => onOpen('popup')}
          >
            {reached ? 'Sign in again' : 'Sign in'}
          </Button>
          <IconButton
            icon={ExternalLink}
            className="max-sm:size-10"
            label="Sign in in a tab"
            onClick={() => onOpen('tab')}
          />
          <Button
            look="ghost"
            icon={Copy}
            className="max-sm:h-10"
            busy={opening === 'copy' && 'Copying'}
            onClick={() => onOpen('copy')}
          >
            Copy URL
          </Button>
        </>
      }
    >
      {trouble && (
        <InlineMessage kind="error" title="Not begun.">
          {trouble}
        </InlineMessage>
      )}
      {changed && (
        <InlineMessage kind="advice" title="The settings changed">
          since this sign-in began. Sign in again to use them.
        </InlineMessage>
      )}
      {live.ok ? (
        <>
          <p className="code-12 px-4 py-3.5 [overflow-wrap:anywhere]">
            <span className="text-c-kw">GET</span> {address}
          </p>
          {live.request.remarks.length > 0 && (
            <div className="px-4 pb-3">
              <RemarkList remarks={live.request.remarks} label="About this request" />
            </div>
          )}
          <ParameterList parameters={live.request.parameters} />
          {opened && (
            <p className="border-t border-line px-4 py-3 text-12 text-ink-2">
              No window came?{' '}
              <a href={opened} target="_blank" rel="noopener noreferrer" className="link">
                Open the sign-in page
              </a>
              .
            </p>
          )}
        </>
      ) : (
        <p className="max-w-[52ch] px-4 py-3.5 text-ink-2">{live.reason}</p>
      )}
    </Step>
  )
}

function addressOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
