import { authorizationButtons, type SignIn } from '../../dify-view/authorization'
import type { ViewContext } from '../../dify-view/context'
import { labelOfEntry, textOfEntry, type Entry } from '../../dify-view/fields'
import type { Block, DifyView } from '../../dify-view/picture'
import { manifestPath } from '../../files'
import { textAt, valueAt } from '../../schema/file-reference'
import { parametersOf } from './dify-parameters'

/** A tool's box opened in the drawer (dify-ui.md section 2.4): what is asked for, with type words, and no control. */
export function drawerView(context: ViewContext, signIn: SignIn, file: string): DifyView {
  const provider = context.value(signIn.root)
  const text = (at: readonly string[]) => context.text(context.value(file), { file, at }, 'card')
  return {
    id: 'tool',
    title: 'Opened tool',
    width: 420,
    shows: [{ file, at: ['identity'] }],
    blocks: [
      {
        kind: 'box',
        // Never the dark icon.
        icon: { file: `_assets/${textAt(provider, ['identity', 'icon']) ?? ''}`, fit: 'contain', size: 24, radius: 6 },
        byline: `${textAt(context.value(manifestPath), ['author']) ?? ''} / ${textAt(provider, ['identity', 'name']) ?? ''}`,
        title: text(['identity', 'label']),
        description: text(['description', 'human']),
      },
      ...authorizationButtons(signIn),
      ...tab(context, 'Parameters', parametersOf(context, file, true, 'card')),
      ...tab(context, 'Setting', parametersOf(context, file, false, 'card')),
    ],
    remarks: [],
  }
}

function tab(context: ViewContext, title: string, entries: readonly Entry[]): Block[] {
  if (entries.length === 0) return []
  return [{ kind: 'heading', text: title, upper: true }, ...entries.map((entry) => listed(context, entry))]
}

function listed(context: ViewContext, entry: Entry): Block {
  const words = textOfEntry(context, entry, 'human_description')
  return {
    kind: 'field',
    field: {
      label: labelOfEntry(context, entry),
      code: true,
      typeWord: textAt(entry.value, ['type']) ?? 'string',
      required: valueAt(entry.value, ['required']) === true,
      worded: true,
      control: { kind: 'none' },
      ...(words && { note: words }),
    },
  }
}
