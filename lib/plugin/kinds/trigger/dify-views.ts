import type { KindViews } from '../kind-views'
import { actions, clientDialog, fixedField, oauthAt } from '../../dify-view/authorization'
import type { ViewContext } from '../../dify-view/context'
import {
  chosenOption,
  credentialField,
  entriesAt,
  labelOfEntry,
  optionsOf,
  remark,
  textOfEntry,
  type Entry,
} from '../../dify-view/fields'
import { propertyBlocks } from '../../dify-view/outputs'
import type { Block, Control, DifyView, Field } from '../../dify-view/picture'
import { referencesFrom } from '../../references'
import { textAt, valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'
import type { YamlPath } from '../../yaml/parse'

/** Triggers in the drawer, the dialogs of a subscription and the node of an event (dify-ui.md section 6.4). */
export const triggerViews: KindViews = {
  category: 'Trigger',
  detail: (context, root) => {
    const events = eventsOf(context, root)
    return [
      { kind: 'button', text: waysOf(context, root).length > 1 ? 'New subscription' : 'Paste URL', primary: true },
      { kind: 'heading', text: `${events.length} ${events.length === 1 ? 'event' : 'events'} included`, upper: true },
      ...events.map((file): Block => ({
        kind: 'box',
        title: context.text(context.value(file), { file, at: ['identity', 'label'] }, 'form'),
        description: context.text(context.value(file), { file, at: ['description'] }, 'form'),
      })),
    ]
  },
  views: (context, root) => {
    const events = eventsOf(context, root)
    const event = events.includes(context.file) ? context.file : events[0]
    return [
      ...dialogs(context, root),
      ...(event === undefined ? [] : [drawerView(context, root, event), nodeView(context, event)]),
    ]
  },
}

const keyList = ['subscription_constructor', 'credentials_schema']
const parameterList = ['subscription_constructor', 'parameters']

function eventsOf(context: ViewContext, root: string): string[] {
  return referencesFrom(context.files, root).flatMap(({ as, file }) =>
    as === 'event' && context.files.has(file) ? [file] : [],
  )
}

/** How a subscription can be made: by hand always. */
function waysOf(context: ViewContext, root: string): string[] {
  const value = context.value(root)
  return [
    ...(isRecord(valueAt(value, ['subscription_constructor', 'oauth_schema'])) ? ['oauth'] : []),
    ...(entriesAt(value, root, keyList).length > 0 ? ['key'] : []),
    'manual',
  ]
}

function dialogs(context: ViewContext, root: string): DifyView[] {
  const value = context.value(root)
  const ways = waysOf(context, root)
  const oauth = oauthAt(context, root, ['subscription_constructor'])
  const fields = (at: readonly string[], tooltips = false) =>
    entriesAt(value, root, [...at]).map((entry): Block => ({
      kind: 'field',
      field: credentialField(context, entry, tooltips),
    }))
  const parameters = entriesAt(value, root, parameterList).map((entry): Block => ({
    kind: 'field',
    field: parameterField(context, entry),
  }))
  const place = [
    fixedField(root, 'Subscription Name', { kind: 'input' }, true),
    fixedField(root, 'Callback URL', { kind: 'input', text: 'https://…/triggers/plugin/…', badge: 'Copy' }, true),
  ]
  const dialog = (
    id: string,
    title: string,
    width: number,
    at: readonly string[],
    blocks: Block[],
    button: string,
  ): DifyView => ({
    id,
    title,
    width,
    shows: [{ file: root, at }],
    heading: title,
    blocks: [...blocks, actions('Cancel', button)],
    remarks: [],
  })
  return [
    ...(ways.includes('key')
      ? [dialog('verify', 'Verify the API key', 480, keyList, fields(keyList, true), 'Verify')]
      : []),
    ...(oauth ? [clientDialog(context, { root, kind: 'trigger', keys: [], keyPlaces: [] }, oauth)] : []),
    ...(ways.length > 1
      ? [dialog('subscription', 'Configure', 480, ['subscription_constructor'], [...place, ...parameters], 'Create')]
      : []),
    dialog(
      'manual',
      'Set up manually',
      640,
      ['subscription_schema'],
      [...place, ...fields(['subscription_schema'])],
      'Create',
    ),
  ]
}

function parameterField(context: ViewContext, entry: Entry): Field {
  const description = textOfEntry(context, entry, 'description')
  const given = valueAt(entry.value, ['default'])
  return {
    label: labelOfEntry(context, entry),
    required: valueAt(entry.value, ['required']) === true,
    control: controlOf(context, entry),
    ...(description && { tooltip: description, note: description }),
    remarks:
      given === 0 || given === false || given === ''
        ? [remark(entry, 'default', 'Dify fills in a default only where it is not 0, false or empty.')]
        : [],
  }
}

function controlOf(context: ViewContext, entry: Entry): Control {
  const given = valueAt(entry.value, ['default'])
  const text = given === undefined || given === null || typeof given === 'object' ? undefined : String(given)
  switch (textAt(entry.value, ['type'])) {
    case 'boolean':
      return { kind: 'choices', options: ['True', 'False'], ...(given === true && { chosen: 0 }) }
    case 'select':
    case 'dynamic-select':
      return { kind: 'select', text: chosenOption(context, entry, text), placeholder: 'Please select' }
    case 'checkbox':
      return { kind: 'checks', options: optionsOf(context, entry) }
    case 'file':
    case 'files':
    case 'model-selector':
    case 'app-selector':
      return { kind: 'none' }
    default:
      return { kind: 'input', text }
  }
}

/** What a click on an event opens: its parameters and what it gives, blank in the languages that this drawer does not know. */
function drawerView(context: ViewContext, root: string, file: string): DifyView {
  const value = context.value(file)
  const provider = context.value(root)
  const text = (at: YamlPath) => context.text(value, { file, at }, 'event')
  const parameters = entriesAt(value, file, ['parameters'])
  return {
    id: 'event',
    title: 'Event',
    width: 400,
    shows: [
      { file, at: ['identity'] },
      { file, at: ['description'] },
    ],
    blocks: [
      {
        kind: 'box',
        icon: { file: `_assets/${textAt(provider, ['identity', 'icon']) ?? ''}`, fit: 'contain', size: 24, radius: 6 },
        byline: context.text(provider, { file: root, at: ['identity', 'label'] }, 'form').text,
        title: text(['identity', 'label']),
        description: text(['description']),
      },
      ...(parameters.length > 0 ? [{ kind: 'heading' as const, text: 'Parameters', upper: true }] : []),
      ...parameters.map((entry): Block => ({
        kind: 'field',
        field: {
          label: text([...entry.source.at, 'label']),
          code: true,
          typeWord: textAt(entry.value, ['type']) ?? 'string',
          required: valueAt(entry.value, ['required']) === true,
          worded: true,
          control: { kind: 'none' },
        },
      })),
      { kind: 'heading', text: 'Output', upper: true },
      ...propertyBlocks(value, file, ['output_schema'], 0),
    ],
    remarks: [
      {
        message:
          'This drawer knows English, Chinese and Japanese: in a console of any other language, Portuguese too, its title, description and labels are blank.',
        source: { file, at: ['identity', 'label'] },
      },
    ],
  }
}

/** The node of an event: its parameters, without variables, and what it gives. */
function nodeView(context: ViewContext, file: string): DifyView {
  const value = context.value(file)
  const parameters = entriesAt(value, file, ['parameters'])
  return {
    id: 'node',
    title: 'Workflow node',
    width: 400,
    shows: [{ file, at: [] }],
    blocks: [
      { kind: 'card', look: 'node', label: context.text(value, { file, at: ['identity', 'label'] }, 'card') },
      ...parameters.map((entry): Block => {
        const label = labelOfEntry(context, entry)
        return {
          kind: 'field',
          field: {
            label,
            required: valueAt(entry.value, ['required']) === true,
            control: controlOf(context, entry),
            tooltip: textOfEntry(context, entry, 'description') ?? label,
            remarks: [],
          },
        }
      }),
      { kind: 'heading', text: 'Output Variables', upper: true },
      ...propertyBlocks(value, file, ['output_schema'], 0),
    ],
    remarks: [
      ...(parameters.length > 0 ? [{ message: 'Dify shows the parameters only once a subscription is chosen.' }] : []),
      ...parameters
        .filter((entry) => valueAt(entry.value, ['required']) === true)
        .slice(0, 1)
        .map((entry) =>
          remark(
            entry,
            'required',
            'Dify starts workflows also while a required parameter is empty: nothing checks it.',
          ),
        ),
    ],
  }
}
