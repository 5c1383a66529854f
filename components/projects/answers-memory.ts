import { object, enum as oneOf, string, type z } from 'zod'
import { signIns } from '@/lib/plugin/project/sign-in'
import type { NewPluginAnswers } from './new-plugin-schema'

const authorKey = 'plugwright-author'
const draftKey = 'plugwright-new-plugin'

const draftSchema = object({
  label: string(),
  fileName: string(),
  author: string(),
  credentials: oneOf(['', ...signIns]),
  variant: string(),
})

/** What was typed in New plugin before it was left without creating; the kinds are chosen by the link that leads there. */
export type Draft = z.infer<typeof draftSchema>

/** The draft of this tab; without one, the author that was last given in this browser. */
export function rememberedAnswers(): Partial<Draft> {
  try {
    const draft = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(draftKey) ?? 'null'))
    return draft.data ?? { author: localStorage.getItem(authorKey) ?? '' }
  } catch {
    return {}
  }
}

/** Keeps what stands in the form now. A browser without storage forgets it. */
export function rememberDraft({ label, fileName, author, credentials, variant }: NewPluginAnswers): void {
  try {
    sessionStorage.setItem(draftKey, JSON.stringify({ label, fileName, author, credentials, variant }))
  } catch {
    // Nothing else depends on it.
  }
}

/** The plugin was made: the author stays for the next one, the draft goes. */
export function rememberAuthor(author: string): void {
  try {
    localStorage.setItem(authorKey, author)
    sessionStorage.removeItem(draftKey)
  } catch {
    // Nothing else depends on it.
  }
}
