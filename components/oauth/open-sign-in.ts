import { showToast } from '@/components/ui/toast'
import type { Opening } from './authorization/authorization-step'

/** Leads to the sign-in page of the service, which learns nothing of this page: it gets no opener and no referrer. */
export async function openSignIn(url: string, how: Opening): Promise<void> {
  if (how === 'popup') window.open(url, '_blank', 'popup,noopener,noreferrer,width=560,height=760')
  if (how === 'tab') window.open(url, '_blank', 'noopener,noreferrer')
  if (how !== 'copy') return
  const copied = await navigator.clipboard.writeText(url).then(
    () => true,
    () => false,
  )
  showToast(
    copied ? 'Copied. It is good for five minutes.' : 'The browser does not let pages copy here. Open it by its link.',
  )
}
