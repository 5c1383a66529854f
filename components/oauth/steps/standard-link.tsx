import { standardUrl, type Standard } from '@/lib/oauth/standard'

/** The paragraph of a standard, to be read where it stands. */
export function StandardLink({ of }: { of: Standard }) {
  return (
    <a
      href={standardUrl(of)}
      target="_blank"
      rel="noopener noreferrer"
      className="whitespace-nowrap rounded-tag text-ink-3 underline decoration-line-strong underline-offset-2 hover:text-ink hover:decoration-current"
    >
      {of}
    </a>
  )
}
