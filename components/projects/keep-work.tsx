import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'

/** What a guest should know: where the work is, and how to keep it. */
export function KeepWork() {
  return (
    <section aria-labelledby="keep-title" className="px-4 py-6 md:px-10 lg:px-6">
      <h2 id="keep-title" className="mb-1 font-semibold">
        You work as a guest
      </h2>
      <p className="text-ink-2">
        These plugins belong to this browser. With an account they stay yours when its data is cleared, and open on
        other machines.
      </p>
      <Link href="/sign-in" className={buttonStyle({ className: 'mt-3' })}>
        Keep the work with an account
      </Link>
    </section>
  )
}
