import { buttonStyle } from './button-style'
import { LogoMark } from './logo-mark'

/**
 * A page that broke. Every page loads it before it can be used, so it is made of plain elements: no tooltips, no router, no top bar.
 */
export function Stopped({
  title,
  error,
  reset,
}: {
  title: string
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <>
      <header className="flex h-11 items-center border-b border-line bg-chrome px-4">
        {/* What broke may be the router: this loads the page anew. */}
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
        <a href="/" aria-label="All plugins" className="rounded-control p-1">
          <LogoMark />
        </a>
      </header>
      <main className="max-w-[56ch] px-4 py-10 md:px-10">
        <h1 className="mb-1 text-20 font-semibold tracking-[-0.01em]">{title}</h1>
        <p className="break-words text-ink-2">
          What was saved is safe.{' '}
          {error.digest ? (
            <>
              The server log names the cause under <code>{error.digest}</code>.
            </>
          ) : (
            error.message
          )}
        </p>
        <div className="mt-4 flex gap-2">
          <button type="button" onClick={reset} className={buttonStyle({ look: 'primary' })}>
            Try again
          </button>
          {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
          <a href="/" className={buttonStyle()}>
            All plugins
          </a>
        </div>
      </main>
    </>
  )
}
