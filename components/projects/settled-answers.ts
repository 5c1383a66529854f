import { signInNotes, signIns, signInTitles, type SignIn } from '@/lib/plugin/project/sign-in'
import type { Variant } from '@/lib/plugin/variant'
import type { NewKindChoice } from './kind-choice'
import type { NewPluginAnswers } from './new-plugin-schema'

/** The answers with what nobody chose yet filled in, and nothing that the chosen kinds do not have. */
export interface SettledAnswers extends Omit<NewPluginAnswers, 'credentials' | 'variant'> {
  credentials: SignIn
  variant?: string
}

/** What the form's answers mean for the kinds that are chosen: their usual sign-in, their first variant, where none is given. */
export function settledAnswers(kinds: readonly NewKindChoice[], form: NewPluginAnswers): SettledAnswers {
  const chosen = chosenOf(kinds, form)
  const offered = signInsOf(chosen)
  const credentials = offered.find((each) => each === form.credentials) ?? chosen[0]?.usualSignIn ?? 'none'
  return { ...form, credentials, variant: variantOf(variantsOf(chosen), form.variant)?.id }
}

/** A question of New plugin with two answers or more, each with what it means in one sentence. */
export interface Question {
  name: 'variant' | 'credentials'
  title: string
  choices: readonly { value: string; label: string }[]
  value: string
  note: string
}

/** What is asked of those who choose these kinds, in order; the answers are settled. */
export function questionsOf(kinds: readonly NewKindChoice[], answers: SettledAnswers): Question[] {
  const chosen = chosenOf(kinds, answers)
  return [...variantQuestions(chosen, answers.variant), signInQuestion(chosen, answers.credentials)].filter(
    ({ choices }) => choices.length > 1,
  )
}

function chosenOf(kinds: readonly NewKindChoice[], answers: { kinds: readonly string[] }): NewKindChoice[] {
  return kinds.filter(({ id }) => answers.kinds.includes(id))
}

/** Kinds that have variants stand alone, so there is one list of them at most. */
function variantsOf(chosen: readonly NewKindChoice[]): readonly Variant[] {
  return chosen.find(({ variants }) => variants)?.variants ?? []
}

function variantOf(variants: readonly Variant[], id: string | undefined): Variant | undefined {
  return variants.find((variant) => variant.id === id) ?? variants[0]
}

/** Which title, and among variants of that title which form; either answer is the id of a variant. */
function variantQuestions(chosen: readonly NewKindChoice[], id: string | undefined): Question[] {
  const variants = variantsOf(chosen)
  const own = variantOf(variants, id)
  if (!own) return []
  const [title = 'Type', form = 'Form'] = chosen.find((kind) => kind.variants)?.variantChoices ?? []
  const titles = [...new Set(variants.map((variant) => variant.title))]
  const ofTitle = (text: string) => variants.filter((variant) => variant.title === text)
  const forms = ofTitle(own.title)
  const first = titles.map((label) => {
    const same = ofTitle(label)
    return { value: (same.find((variant) => variant.form === own.form) ?? same[0] ?? own).id, label }
  })
  const second = forms.map((variant) => ({ value: variant.id, label: variant.form ?? variant.title }))
  const common = { name: 'variant', value: own.id } as const
  return [
    { ...common, title, choices: first, note: forms.length > 1 ? '' : `${own.summary}.` },
    { ...common, title: form, choices: second, note: `${own.summary}.` },
  ]
}

function signInsOf(chosen: readonly NewKindChoice[]): SignIn[] {
  return signIns.filter((each) => chosen.some((kind) => kind.signIns.includes(each)))
}

/** A kind that lacks the sign-in is made with none, and says so. */
function signInQuestion(chosen: readonly NewKindChoice[], value: SignIn): Question {
  const notes = chosen.map((kind) => {
    const own = kind.signIns.includes(value) ? value : 'none'
    return kind.signInNotes?.[own] ?? signInNotes[own]
  })
  const choices = signInsOf(chosen).map((each) => ({ value: each, label: signInTitles[each] }))
  return { name: 'credentials', title: 'Sign-in', choices, value, note: [...new Set(notes)].join(' ') }
}
