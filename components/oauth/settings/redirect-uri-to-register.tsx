import { CopyIcon } from '../copy-icon'

/** What to enter at the service for this page, ready to copy. */
export function RedirectUriToRegister({ uri }: { uri: string }) {
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="text-12 text-ink-2">Redirect URI to register there</p>
        <p className="code-12 [overflow-wrap:anywhere] text-c-plain">{uri}</p>
      </div>
      <CopyIcon text={uri} label="Copy the redirect URI to register" />
    </div>
  )
}
