import type { KindViews } from '../kind-views'
import type { ViewContext } from '../../dify-view/context'
import { entriesAt, settingField } from '../../dify-view/fields'
import type { Block, Remark } from '../../dify-view/picture'
import { referencesFrom } from '../../references'
import { textAt, valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'

/** Endpoints in the drawer and the dialog of their settings (dify-ui.md sections 3.4 and 6.2). */
export const endpointViews: KindViews = {
  detail: (context, root) => {
    const routes = endpointsOf(context, root).filter(({ hidden }) => !hidden)
    return [{ kind: 'heading', text: 'Endpoints' }, ...routes.map(({ block }) => block)]
  },
  strip: (context, root) => {
    const count = endpointsOf(context, root).filter(({ hidden }) => !hidden).length
    return [`${count} endpoint${count === 1 ? '' : 's'} enabled`]
  },
  views: (context, root) => {
    const fields = entriesAt(context.value(root), root, ['settings']).map((entry) => settingField(context, entry))
    const hidden = endpointsOf(context, root).filter((endpoint) => endpoint.hidden)
    return [
      {
        id: 'endpoint-settings',
        title: 'Endpoint settings',
        width: 400,
        shows: [{ file: root, at: ['settings'] }],
        heading: 'Setup Endpoint',
        blocks: [
          {
            kind: 'field',
            field: {
              label: { text: 'Endpoint Name', source: { file: root, at: [] } },
              required: true,
              control: { kind: 'input', placeholder: 'Endpoint Name' },
            },
          },
          ...fields.map((field): Block => ({ kind: 'field', field })),
          { kind: 'actions', buttons: [{ text: 'Cancel' }, { text: 'Save', primary: true }] },
        ],
        remarks: hidden.map(({ block }): Remark => ({
          message: `\`${block.path.text}\` is hidden: it works, but no list shows it.`,
          source: block.path.source,
        })),
      },
    ]
  },
}

interface Endpoint {
  hidden: boolean
  block: Extract<Block, { kind: 'route' }>
}

/** Endpoints in files of their own, and those written inside the group. */
function endpointsOf(context: ViewContext, root: string): Endpoint[] {
  const inline = entriesAt(context.value(root), root, ['endpoints']).map(({ value, source }) => ({ value, source }))
  const files = referencesFrom(context.files, root).flatMap((ref) =>
    ref.as === 'endpoint' ? [{ value: context.value(ref.file), source: { file: ref.file, at: [] } }] : [],
  )
  return [...files, ...inline].flatMap(({ value, source }) => {
    if (!isRecord(value)) return []
    const path = { text: textAt(value, ['path']) ?? '', source: { ...source, at: [...source.at, 'path'] } }
    const method = textAt(value, ['method']) ?? 'GET'
    return [{ hidden: valueAt(value, ['hidden']) === true, block: { kind: 'route', method, path } }]
  })
}
