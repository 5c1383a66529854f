import { manifestPath, type Files } from '../files'
import { kindViews, type KindViews } from '../kinds/kind-views'
import { kinds } from '../kinds/registry'
import { referencesFrom } from '../references'
import { textAt } from '../schema/file-reference'
import { readme } from './authorization'
import { contextOf, type Answers, type ViewContext } from './context'
import type { ConsoleLanguage } from './language'
import type { Block, DifyView, Icon, Remark, Text } from './picture'

/** Dify's console that the pictures follow (spec: dify-ui.md). */
export const difyVersion = '1.16.1'

/**
 * Every place of Dify's console in which the plugin can be seen, as pictures made of data. `file` is the open document; `dark` chooses
 * between two icons, `answers` is what was chosen in a place. Files that do not parse count as far as they can be read.
 */
export function difyViews(
  files: Files,
  file: string,
  language: ConsoleLanguage,
  dark: boolean,
  answers?: Answers,
): DifyView[] {
  const context = contextOf(files, { file, language, dark, answers })
  const parts = rootsOf(context)
  const manifest = context.value(manifestPath)
  const version = textAt(manifest, ['version'])
  const byline = `${textAt(manifest, ['author']) ?? ''} / ${textAt(manifest, ['name']) ?? ''}`
  const icon = (fit: Icon['fit'], radius: number, dark: boolean): Icon => ({
    file: iconOf(manifest, dark),
    fit,
    size: 40,
    radius,
  })
  const text = (key: string, mapping: 'card' | 'form') =>
    context.text(manifest, { file: manifestPath, at: [key] }, mapping)
  const page = parts.find(({ views }) => views.page)?.views.page
  const category = parts.find(({ views }) => views.category)?.views.category ?? 'Extension'

  const views: DifyView[] = [
    {
      id: 'card',
      title: 'Card',
      width: 440,
      shows: [{ file: manifestPath, at: [] }],
      blocks: [
        ...(page === undefined
          ? [
              { kind: 'heading' as const, text: 'In the list of installed plugins' },
              {
                kind: 'card' as const,
                look: 'list' as const,
                icon: icon('stretch', 12, dark),
                label: text('label', 'form'),
                version,
                description: text('description', 'form'),
                lines: 1,
                strip: [
                  textAt(manifest, ['name']) ?? '',
                  ...parts.flatMap(({ views, root }) => views.strip?.(context, root) ?? []),
                ],
                mark: 'Local Plugin',
              },
            ]
          : []),
        { kind: 'heading', text: 'Before it is installed' },
        {
          kind: 'card',
          look: 'install',
          icon: icon('contain', 6, dark),
          label: text('label', 'card'),
          version,
          byline,
          category,
          description: text('description', 'card'),
          lines: 2,
        },
      ],
      remarks: [
        { message: 'Tags, permissions, memory and the privacy policy are shown nowhere before or after installing.' },
        ...(page === undefined
          ? []
          : [{ message: `No list of plugins has it once it is installed: it stands on the page ${page}.` }]),
        ...darkIconRemark(manifest),
      ],
    },
    {
      id: 'detail',
      title: 'Detail',
      width: 400,
      // What has no picture of its own is found here (view-at.ts).
      shows: [],
      blocks: [
        {
          kind: 'card',
          look: 'header',
          icon: icon('contain', 12, dark),
          label: text('label', 'card'),
          version,
          byline,
          description: text('description', 'card'),
          lines: 2,
        },
        ...parts.flatMap(({ views, root }) => views.detail(context, root)),
        readme,
      ],
      remarks: parts.flatMap(({ views, root }) => views.detailRemarks?.(context, root) ?? []),
    },
    ...parts.flatMap(({ views, root }) => views.views(context, root)),
  ]
  return views.map((view) => ({ ...view, remarks: once([...view.blocks.flatMap(remarksIn), ...view.remarks]) }))
}

function rootsOf(context: ViewContext): { views: KindViews; root: string }[] {
  const roots = referencesFrom(context.files, manifestPath)
  return kinds.flatMap((kind) => {
    const views = kindViews[kind.id]
    return views
      ? roots.flatMap((ref) =>
          ref.as === kind.root.id && context.files.has(ref.file) ? [{ views, root: ref.file }] : [],
        )
      : []
  })
}

function iconOf(manifest: unknown, dark: boolean): string {
  const light = textAt(manifest, ['icon']) ?? ''
  return `_assets/${dark ? textAt(manifest, ['icon_dark']) || light : light}`
}

function darkIconRemark(manifest: unknown): Remark[] {
  if (textAt(manifest, ['icon_dark'])) return []
  const source = { file: manifestPath, at: ['icon_dark'] }
  return [
    { message: 'Without `icon_dark` the light icon stands on a dark ground (#27272b) in the dark theme.', source },
  ]
}

/** What is to say of the texts and fields of a block. */
function remarksIn(block: Block): readonly Remark[] {
  const texts: (Text | undefined)[] = []
  const remarks: Remark[] = []
  switch (block.kind) {
    case 'card':
      texts.push(block.label, block.description)
      break
    case 'actions':
      texts.push(block.link)
      break
    case 'model':
      texts.push(block.label)
      break
    case 'box':
      texts.push(block.title, block.description)
      break
    case 'textarea':
      texts.push(block.text)
      break
    case 'field':
      texts.push(block.field.label, block.field.tooltip, block.field.note)
      remarks.push(...(block.field.remarks ?? []))
  }
  return [...texts.flatMap((text) => text?.remarks ?? []), ...remarks]
}

function once(remarks: readonly Remark[]): Remark[] {
  const seen = new Map(
    remarks.map((remark) => [`${remark.message} ${remark.source?.file} ${remark.source?.at.join('.')}`, remark]),
  )
  return [...seen.values()]
}
