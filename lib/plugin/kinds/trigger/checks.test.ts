import { describe, expect, it } from 'vitest'
import { checkPlugin, located } from '../../check'
import { createPlugin } from '../../create'
import { textOf, writeFile, type Files } from '../../files'
import { packedFiles } from '../../package/packed-files'
import { changed } from '../../rules/sample-plugin'

const manifest = 'manifest.yaml'
const provider = 'provider/forge.yaml'
const python = 'provider/forge.py'
const event = 'events/push.yaml'

const fresh = createPlugin(['trigger'], {
  name: 'forge',
  author: 'acme',
  createdAt: '2025-01-15T09:00:00Z',
  credentials: 'api-key-or-oauth',
  items: { event: ['push'] },
})

/** What the check says of the changed plugin and not of the fresh one: "error missing G4,G5 provider/forge.yaml:1:1 Add …". */
function newFindings(files: Files): string[] {
  const lines = (found: Files) =>
    checkPlugin(packedFiles(found)).map((finding) => {
      const { line, column } = located(finding, found)
      const { severity, rule, gates, file, message } = finding
      return { at: `${file}:${line}:${column}`, head: `${severity} ${rule} ${gates.join() || '-'}`, message }
    })
  const known = new Set(lines(fresh).map(({ head, message }) => head + message))
  return lines(files)
    .filter(({ head, message }) => !known.has(head + message))
    .map(({ head, at, message }) => `${head} ${at} ${message}`)
}

/** The first parameter of the event. */
const subject = 'parameters:\n  - name: subject\n    type: string\n'
const asked = (type: string, more = '') => `parameters:\n  - name: subject\n    type: ${type}\n${more}`
const choice = '    options: [{value: a, label: {en_US: A}}]\n'
const types =
  'string, number, boolean, select, checkbox, dynamic-select, file, files, model-selector, app-selector, object, array'

type Row = [file: string, from: string, to: string, said: string[]]

/** One line a case: what is written in place of what, and all that is said then. */
// prettier-ignore
const rows: Record<string, Row[]> = {
  'trigger providers': [
    [provider, '  - events/push.yaml', '  - events/push.yaml\n  - events/push.yaml', ['error repeated-file G5 provider/forge.yaml:61:5 Remove this line: events/push.yaml is listed above already, the plugin does not start ("Event `push` is already registered").']],
    [provider, '  author: acme', '  author: ""', ['advice empty G4 provider/forge.yaml:2:11 Fill in `identity.author`: it is empty, remote debugging refuses it.']],
    [provider, '  author: acme\n', '', ['error missing G4,G5 provider/forge.yaml:1:1 Add `identity.author`: it is missing, the plugin does not start.']],
    [provider, '  name: forge', '  name: Forge', [`error provider-name-lower G6 provider/forge.yaml:3:9 Write the provider name in lower case. Dify's provider id is lower case ("Invalid plugin id"), so nothing of this provider could be used.`]],
    [provider, '  name: forge', '  name: my forge', ['advice provider-name G4 provider/forge.yaml:3:9 Use only letters, digits, "_" and "-" in the name. Dify addresses the provider by it, remote debugging refuses any other.']],
    [provider, '  name: forge\n', '', ['error missing G4,G5 provider/forge.yaml:1:1 Add `identity.name`: it is missing, the plugin does not start.']],
    [provider, '  label:\n    en_US: Forge\n', '', ['error missing G4,G5 provider/forge.yaml:1:1 Add `identity.label`: it is missing, the plugin does not start.']],
    [provider, '  label:\n    en_US: Forge\n', '  label:\n    zh_Hans: Forge\n', ['error missing G4,G5 provider/forge.yaml:4:3 Add `identity.label.en_US`: it is missing, the plugin does not start.']],
    [provider, '  description:\n    en_US: Forge for Dify.\n', '', ['error missing G4,G5 provider/forge.yaml:1:1 Add `identity.description`: it is missing, the plugin does not start.']],
    [provider, '  icon: icon.svg\n', '', ['advice missing G4 provider/forge.yaml:1:1 Add `identity.icon`: it is missing, remote debugging refuses it.']],
    [provider, '  icon: icon.svg', '  icon: ""', ['advice empty G4 provider/forge.yaml:8:9 Fill in `identity.icon`: it is empty, remote debugging refuses it.']],
    [provider, '  icon: icon.svg', '  icon: other.svg', ['error icon-missing G2,G3 provider/forge.yaml:8:9 Add `_assets/other.svg` or name another file of _assets as icon: it is not there, Dify refuses the upload ("failed to remap … icon").']],
    [provider, '  icon_dark: icon-dark.svg', '  icon_dark: other.svg', ['error icon-missing G3 provider/forge.yaml:9:14 Add `_assets/other.svg` or name another file of _assets as icon_dark: it is not there, Dify refuses the upload ("failed to remap … icon").']],
    [provider, '  icon: icon.svg', '  tags: [webhooks]\n  icon: icon.svg', ['advice trigger-tags G4 provider/forge.yaml:8:9 Remove `tags`: the SDK and the daemon take no tag of a trigger provider in common, remote debugging refuses it.']],
    [provider, '  icon: icon.svg', '  tags: [search]\n  icon: icon.svg', ['error trigger-tags G5 provider/forge.yaml:8:9 Remove `tags`: the SDK and the daemon take no tag of a trigger provider in common, the plugin does not start.']],
    [provider, '  icon: icon.svg', '  tags: [x]\n  icon: icon.svg', ['error trigger-tags G4,G5 provider/forge.yaml:8:9 Remove `tags`: the SDK and the daemon take no tag of a trigger provider in common, the plugin does not start.']],
    [provider, '  icon: icon.svg', '  tags:\n  icon: icon.svg', ['error empty G5 provider/forge.yaml:8:3 Fill in `identity.tags` or remove it: it is empty, the plugin does not start.']],
    [provider, 'events:\n  - events/push.yaml\n', '', ['advice no-items - provider/forge.yaml:1:1 Add `events` with the file of an event: there is none in provider/forge.yaml.']],
    [provider, 'events:\n  - events/push.yaml', 'events:', ['error empty G5 provider/forge.yaml:59:1 Fill in `events` or remove it: it is empty, the plugin does not start.']],
    [provider, 'events:\n  - events/push.yaml', 'events: []', ['advice no-items - provider/forge.yaml:59:9 Add an event: a provider without events starts nothing.']],
    [provider, '- events/push.yaml', '- identity: {}', ['error yaml-type G5 provider/forge.yaml:60:5 Write `events[0]` as text, not as a map: the plugin does not start.']],
    [provider, '- events/push.yaml', '- events/none.yaml', ['error file-missing G1,G5 provider/forge.yaml:60:5 Add events/none.yaml or correct `events[0]`: the file is not in the package (missing, written otherwise, or dropped by an ignore rule), Dify cannot open the package.']],
    [provider, '- events/push.yaml', '- ""', ['error empty G1,G5 provider/forge.yaml:60:5 Fill in `events[0]`: it is empty, Dify cannot open the package.']],
    [provider, '    source: provider/forge.py', '    source: provider/none.py', ['error python-missing G5 provider/forge.yaml:63:13 Add provider/none.py or correct `extra.python.source`: the file is not in the package (missing, written otherwise, or dropped by an ignore rule), the plugin does not start.']],
    [provider, 'extra:\n  python:\n    source: provider/forge.py\n', '', ['error missing G5 provider/forge.yaml:1:1 Add `extra`: it is missing, the plugin does not start.']],
  ],
  'subscriptions': [
    [provider, 'subscription_schema:\n  - name: webhook_secret\n', 'subscription_schema:\n  webhook_secret:\n', ['error yaml-type G5 provider/forge.yaml:11:3 Write `subscription_schema` as a list, not as a map: the plugin does not start.']],
    [provider, 'subscription_schema:\n', 'subscription_schema:\n  a: 5\nx:\n', ['error yaml-type G1,G5 provider/forge.yaml:11:3 Write `subscription_schema` as a list, not as a map: Dify cannot open the package.', 'advice unknown-key - provider/forge.yaml:12:1 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '  - name: webhook_secret\n    type: secret-input', '  - name: webhook_secret\n    type: password', ['error credential-type G5,G6 provider/forge.yaml:12:11 Write one of secret-input, text-input, select, boolean, model-selector, app-selector, array[tools] for `subscription_schema[0].type`: Dify knows only these types of credentials; `password` is none, the plugin does not start.']],
    [provider, '  - name: webhook_secret\n', '  -\n', ['error missing G5 provider/forge.yaml:12:5 Add `subscription_schema[0].name`: it is missing, the plugin does not start.']],
    [provider, 'events:\n', 'credentials_schema: {}\nevents:\n', ['advice dropped-key - provider/forge.yaml:59:21 Remove `credentials_schema`. Dify reads credentials of a trigger under `subscription_constructor` only.']],
    [provider, 'events:\n', 'oauth_schema: {}\nevents:\n', ['advice dropped-key - provider/forge.yaml:59:15 Remove `oauth_schema`. Dify reads the sign-in of a trigger under `subscription_constructor` only.']],
    [provider, 'subscription_constructor:\n  parameters:\n', 'subscription_constructor: []\nx:\n  y:\n', ['error yaml-type G5 provider/forge.yaml:18:27 Write `subscription_constructor` as a map of keys and values, not as a list: the plugin does not start.', 'advice unknown-key - provider/forge.yaml:19:1 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '  parameters:\n', '  parameters:\n  x:\n', ['error empty G5 provider/forge.yaml:19:3 Fill in `subscription_constructor.parameters` or remove it: it is empty, the plugin does not start.', 'advice unknown-key - provider/forge.yaml:20:3 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '  credentials_schema:\n    api_key:', '  credentials_schema:\n  x:\n    api_key:', ['error empty G5 provider/forge.yaml:34:3 Fill in `subscription_constructor.credentials_schema` or remove it: it is empty, the plugin does not start.', 'advice unknown-key - provider/forge.yaml:35:3 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '  credentials_schema:\n    api_key:', '  credentials_schema: x\n  x:\n    api_key:', ['error yaml-type G1,G5 provider/forge.yaml:34:23 Write `subscription_constructor.credentials_schema` as a list or map, not as text: Dify cannot open the package.', 'advice unknown-key - provider/forge.yaml:35:3 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '    api_key:\n', '    api_key: 5\n    b:\n', ['error yaml-type G1,G5 provider/forge.yaml:35:14 Write `subscription_constructor.credentials_schema.api_key` as a map of keys and values, not as a number: Dify cannot open the package.']],
    [provider, '    client_schema:\n', '    x:\n', ["error missing G6 provider/forge.yaml:42:3 Add `subscription_constructor.oauth_schema.client_schema`: it is missing, Dify's console refuses it.", 'advice unknown-key - provider/forge.yaml:43:5 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '    credentials_schema:\n', '    x:\n', ["error missing G6 provider/forge.yaml:42:3 Add `subscription_constructor.oauth_schema.credentials_schema`: it is missing, Dify's console refuses it.", 'advice unknown-key - provider/forge.yaml:54:5 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '    client_schema:\n', '    client_schema:\n    x:\n', ['error empty G5,G6 provider/forge.yaml:43:5 Fill in `subscription_constructor.oauth_schema.client_schema` or remove it: it is empty, the plugin does not start.', 'advice unknown-key - provider/forge.yaml:44:5 Check the key `x`: Dify does not know it here and ignores it.']],
    [provider, '  oauth_schema:\n', '  extra: {python: {source: x.py}}\n  oauth_schema:\n', ['advice dropped-key - provider/forge.yaml:42:10 Remove `extra`. The SDK looks for the class in the Python file of the provider and nowhere else.']],
    [provider, '      default:\n        - push\n', '      default:\n        push: 1\n', ['error parameter-default G5,G6 provider/forge.yaml:29:9 Write `subscription_constructor.parameters[0].default` as text, a number or a list: Dify takes no map there, the plugin does not start.']],
    [provider, '      default:\n        - push\n', '      default:\n        - gone\n', ['advice default-option - provider/forge.yaml:29:9 Choose from the options as default: `gone` is none of them.']],
  ],
  'the Python of a provider': [
    [python, 'class ForgeSubscriptionConstructor(', 'class Other(TriggerSubscriptionConstructor):\n    pass\n\n\nclass ForgeSubscriptionConstructor(', ['error python-classes G5 provider/forge.yaml:63:13 Keep one class derived from TriggerSubscriptionConstructor in provider/forge.py: Other, ForgeSubscriptionConstructor are several, the plugin does not start ("Multiple TriggerSubscriptionConstructor subclasses found").']],
    [python, 'class ForgeSubscriptionConstructor(', 'class Other:\n    pass\n\n\nclass ForgeSubscriptionConstructor(', []],
    [python, 'Constructor(TriggerSubscriptionConstructor)', 'Constructor(Trigger)', ['error python-second-class G5 provider/forge.yaml:19:3 Write a class derived from TriggerSubscriptionConstructor in provider/forge.py: `subscription_constructor` calls for it, the plugin does not start ("Trigger subscription constructor configuration declared but no implementation found").', 'error python-classes G5 provider/forge.yaml:63:13 Keep one class derived from Trigger in provider/forge.py: ForgeTrigger, ForgeSubscriptionConstructor are several, the plugin does not start ("Multiple subclasses of Trigger").']],
    [python, 'EVENTS = {"push": "push"}', 'EVENTS = {"push": "pushed"}', ['advice event-undispatched - provider/forge.yaml:60:5 Name the event `push` in EVENTS of provider/forge.py: nothing there starts it.', 'advice event-unknown - provider/forge.py:30:19 Take the event `pushed` out of EVENTS or add it to provider/forge.yaml: Dify refuses it ("Event name pushed not found in provider").']],
    [python, 'EVENTS = {"push": "push"}', 'EVENTS: dict[str, str] = {}', ['advice event-undispatched - provider/forge.yaml:60:5 Name the event `push` in EVENTS of provider/forge.py: nothing there starts it.']],
  ],
  'events': [
    [event, '  author: acme', '  author: ""', ['advice empty G4 events/push.yaml:2:11 Fill in `identity.author`: it is empty, remote debugging refuses it.']],
    [event, '  name: push', '  name: push it', ['advice event-undispatched - provider/forge.yaml:60:5 Name the event `push it` in EVENTS of provider/forge.py: nothing there starts it.', 'advice item-name G4 events/push.yaml:3:9 Use only letters, digits, "_" and "-" in the name. Remote debugging refuses any other.', 'advice event-unknown - provider/forge.py:30:19 Take the event `push` out of EVENTS or add it to provider/forge.yaml: Dify refuses it ("Event name push not found in provider").']],
    [event, '  name: push\n', '', ['error missing G4,G5 events/push.yaml:1:1 Add `identity.name`: it is missing, the plugin does not start.']],
    [event, '  label:\n    en_US: Push\n', '', ['error missing G4,G5 events/push.yaml:1:1 Add `identity.label`: it is missing, the plugin does not start.']],
    [event, 'description:\n  en_US: Something', 'description:\n  zh_Hans: Something', ['error missing G4,G5 events/push.yaml:6:1 Add `description.en_US`: it is missing, the plugin does not start.']],
    [event, 'description:\n  en_US: Something', 'description:\n  human:\n    en_US: Something', ['error missing G4,G5 events/push.yaml:6:1 Add `description.en_US`: it is missing, the plugin does not start.', 'advice unknown-key - events/push.yaml:7:3 Check the key `human`: Dify does not know it here and ignores it.']],
    [event, 'description:\n  en_US: Something happened at the service.\n', 'description: Something\n', ['error yaml-type G1,G5 events/push.yaml:6:14 Write `description` as a map of keys and values, not as text: Dify cannot open the package.']],
    [event, 'output_schema:\n', 'output_schema: [a]\nx:\n', ['error yaml-type G1,G5 events/push.yaml:16:16 Write `output_schema` as a map of keys and values, not as a list: Dify cannot open the package.', 'advice unknown-key - events/push.yaml:17:1 Check the key `x`: Dify does not know it here and ignores it.']],
    [event, 'output_schema:\n', 'output_schema: {1: {}}\nx:\n', ['error key-text G5 events/push.yaml:16:17 Put the key `1` in quotes: Python reads it as something else than text, the plugin does not start.', 'advice unknown-key - events/push.yaml:17:1 Check the key `x`: Dify does not know it here and ignores it.']],
    [event, 'output_schema:\n', 'output_schema:\nx:\n', ['advice unknown-key - events/push.yaml:17:1 Check the key `x`: Dify does not know it here and ignores it.']],
    [event, '    source: events/push.py', '    source: events/none.py', ['error python-missing G5 events/push.yaml:24:13 Add events/none.py or correct `extra.python.source`: the file is not in the package (missing, written otherwise, or dropped by an ignore rule), the plugin does not start.']],
    [event, 'extra:\n  python:\n    source: events/push.py\n', '', ['error missing G5 events/push.yaml:1:1 Add `extra`: it is missing, the plugin does not start.']],
  ],
  'parameters of events': [
    [event, subject, 'parameters:\nx:\n  - name: subject\n    type: string\n', ['advice unknown-key - events/push.yaml:9:1 Check the key `x`: Dify does not know it here and ignores it.', 'advice python-undeclared - events/push.py:17:47 Add the parameter `subject` to events/push.yaml or do not read it: nobody can enter it.']],
    [event, subject, 'parameters: {}\nx:\n  - name: subject\n    type: string\n', ['error yaml-type G1,G5 events/push.yaml:8:13 Write `parameters` as a list, not as a map: Dify cannot open the package.', 'advice unknown-key - events/push.yaml:9:1 Check the key `x`: Dify does not know it here and ignores it.', 'advice python-undeclared - events/push.py:17:47 Add the parameter `subject` to events/push.yaml or do not read it: nobody can enter it.']],
    [event, '  - name: subject\n', '  - name: ""\n', ['advice empty G4 events/push.yaml:9:11 Fill in `parameters[0].name`: it is empty, remote debugging refuses it.', 'advice python-undeclared - events/push.py:17:47 Add the parameter `subject` to events/push.yaml or do not read it: nobody can enter it.']],
    [event, '  - name: subject\n', '  -\n', ['error missing G4,G5 events/push.yaml:10:5 Add `parameters[0].name`: it is missing, the plugin does not start.', 'advice python-undeclared - events/push.py:17:47 Add the parameter `subject` to events/push.yaml or do not read it: nobody can enter it.']],
    [event, '    type: string\n    required: false\n', '    required: false\n', ['error missing G4,G5,G6 events/push.yaml:9:5 Add `parameters[0].type`: it is missing, the plugin does not start.']],
    [event, '    required: false', '    required: maybe', ['error yaml-type G1,G5 events/push.yaml:11:15 Write `parameters[0].required` as true or false, not as text: Dify cannot open the package.']],
    [event, '    label:\n      en_US: Subject\n', '', ['error missing G4,G5 events/push.yaml:9:5 Add `parameters[0].label`: it is missing, the plugin does not start.']],
    [event, 'en_US: Only events', 'ja_JP: Only events', ['error missing G4,G5 events/push.yaml:14:5 Add `parameters[0].description.en_US`: it is missing, the plugin does not start.']],
    [event, subject, asked('select'), ['advice select-options - events/push.yaml:9:5 Add options: a choice without any cannot be filled in.']],
    [event, subject, asked('checkbox'), ['advice select-options - events/push.yaml:9:5 Add options: a choice without any cannot be filled in.']],
    [event, subject, asked('select', `${choice}    default: b\n`), ['advice default-option - events/push.yaml:12:14 Choose one of the options as default: `b` is none of them, so it never counts.']],
    [event, subject, asked('select', `${choice}    default: [a]\n`), ['advice default-list - events/push.yaml:12:14 Switch on `multiple` or write `parameters[0].default` as one value: a list chooses several.']],
    [event, subject, asked('select', '    options: [{label: {en_US: A}}]\n'), ['advice select-options - events/push.yaml:11:14 Add options: a choice without any cannot be filled in.', 'error missing G4,G5 events/push.yaml:11:15 Add `parameters[0].options[0].value`: it is missing, the plugin does not start.']],
    [event, subject, asked('select', '    options: [{value: a}]\n'), ['error missing G4,G5 events/push.yaml:11:15 Add `parameters[0].options[0].label`: it is missing, the plugin does not start.']],
    [event, subject, asked('select', '    options: [{value: a, icon: x, label: {en_US: A}}]\n'), ['advice dropped-key - events/push.yaml:11:32 Remove `icon`. The daemon drops icons of options in triggers.']],
    [event, subject, asked('checkbox', `${choice}    multiple: true\n    default: [a]\n`), []],
    [event, subject, asked('checkbox', `${choice}    multiple: true\n    default: [a, b]\n`), ['advice default-option - events/push.yaml:13:14 Choose from the options as default: `b` is none of them.']],
    [event, subject, asked('checkbox', `${choice}    multiple: true\n    default: a\n`), ['advice default-list - events/push.yaml:13:14 Write `parameters[0].default` as a list: several options can be chosen.']],
    [event, subject, asked('checkbox', `${choice}    default: [a]\n`), ['advice default-list - events/push.yaml:12:14 Switch on `multiple` or write `parameters[0].default` as one value: a list chooses several.']],
    [event, subject, asked('string', '    default: {a: 1}\n'), ['error parameter-default G5,G6 events/push.yaml:11:14 Write `parameters[0].default` as text, a number or a list: Dify takes no map there, the plugin does not start.']],
    [event, subject, asked('string', '    default: 2025-01-15\n'), ['error parameter-default G5 events/push.yaml:11:14 Put `parameters[0].default` in quotes. Unquoted `2025-01-15` is a date, the plugin does not start.']],
    [event, subject, asked('string', '    default: "2025-01-15"\n'), []],
    [event, subject, asked('array', '    default: [a]\n'), []],
    [event, subject, asked('number', '    min: 9\n    max: 1\n'), ['advice min-max - events/push.yaml:11:10 Swap `min` and `max`: no number is at least 9 and at most 1.']],
    [event, subject, asked('number', '    min: x\n'), ['error yaml-type G1,G5 events/push.yaml:11:10 Write `parameters[0].min` as a number, not as text: Dify cannot open the package.']],
    [event, subject, asked('number', '    precision: 1.5\n'), ['error yaml-type G5 events/push.yaml:11:16 Write `parameters[0].precision` as a whole number: `1.5` is none for the SDK. The plugin does not start.']],
    [event, subject, asked('model-selector', '    scope: 5\n'), ['error yaml-type G5 events/push.yaml:11:12 Put `parameters[0].scope` in quotes. Unquoted `5` is a number, the SDK wants text. The plugin does not start.']],
    [event, subject, asked('model-selector', '    scope: llm\n'), []],
    [event, subject, asked('model-selector', '    scope: vision\n'), ['advice scope-type - events/push.yaml:11:12 Name a type of models in the scope, for example `llm&vision`: Dify offers no model at all for `vision`.']],
    [event, 'name: push', 'name: provider', ['advice event-undispatched - provider/forge.yaml:60:5 Name the event `provider` in EVENTS of provider/forge.py: nothing there starts it.', 'advice item-name-provider - events/push.yaml:3:9 Choose another name than "provider": where Dify asks for options to choose from, the SDK takes this word for the set-up of a trigger and asks that.', 'advice event-unknown - provider/forge.py:30:19 Take the event `push` out of EVENTS or add it to provider/forge.yaml: Dify refuses it ("Event name push not found in provider").']],
    [provider, 'name: forge', 'name: other', ["advice trigger-name - provider/forge.yaml:3:9 Call the trigger `forge` as the plugin before you publish it: Dify's page of the plugin asks for it by that name, and finds no events and nothing to subscribe to under `other`."]],
    [event, subject, asked('string', '    auto_generate: {type: magic}\n'), ['error auto-generate-type G4,G5,G6 events/push.yaml:11:27 Write `prompt_instruction` for `parameters[0].auto_generate.type`: it is the only way to generate a value that Dify has; `magic` is none, the plugin does not start.']],
    [event, subject, asked('string', '    template: {}\n'), ['error missing G5 events/push.yaml:11:5 Add `parameters[0].template.enabled`: it is missing, the plugin does not start.']],
    [event, subject, asked('string', '    multiple: maybe\n'), ['error yaml-type G1,G5 events/push.yaml:11:15 Write `parameters[0].multiple` as true or false, not as text: Dify cannot open the package.']],
    [event, subject, asked('string', '    help: {en_US: x}\n'), ["advice dropped-key - events/push.yaml:11:11 Remove `help`. Dify shows no `help` of a trigger's parameter: write it as `description`."]],
    [event, subject, asked('string', '    placeholder: {en_US: x}\n'), ["advice dropped-key - events/push.yaml:11:18 Remove `placeholder`. Dify shows no `placeholder` of a trigger's parameter: say in `description` what to enter."]],
    [event, subject, asked('string', '    url: x\n'), ["advice dropped-key - events/push.yaml:11:10 Remove `url`. Dify shows no `url` of a trigger's parameter: name the address in `description`."]],
    [event, subject, asked('string', '    form: llm\n'), ['advice unknown-key - events/push.yaml:11:5 Check the key `form`: Dify does not know it here and ignores it.']],
    [event, subject, `parameters:\n  - {name: subject, type: string, label: {en_US: A}}\n  - name: subject\n    type: string\n`, ['advice repeated-name - events/push.yaml:10:5 Rename this parameter: `subject` is already taken, and only one of the two can be used.']],
  ],
  'the manifest of triggers': [
    [manifest, 'plugins:\n', 'plugins:\n  endpoints: [group/none.yaml]\n', ['advice endpoint-permission - manifest.yaml:15:1 Allow endpoints under `resource.permission`: without it nobody can set them up ("permission denied, you need to enable endpoint access in plugin manifest").', 'error file-missing G1 manifest.yaml:18:15 Add group/none.yaml or correct `plugins.endpoints[0]`: the file is not in the package (missing, written otherwise, or dropped by an ignore rule), Dify cannot open the package.', 'error combination G3,G4 manifest.yaml:20:5 Move endpoints into a plugin of their own: triggers must stand alone, Dify refuses the upload ("… cannot be provided at the same time"). Only tools and endpoints go together.']],
    [manifest, '  minimum_dify_version: 1.10.1', '  minimum_dify_version: 1.9.0', ['error kind-release G6 manifest.yaml:29:25 Set meta.minimum_dify_version to 1.10.0: Dify before 1.10.0 does not know triggers.']],
    [manifest, '  minimum_dify_version: 1.10.1\n', '', ['advice kind-release G6 manifest.yaml:19:5 Set meta.minimum_dify_version to 1.10.0: Dify before 1.10.0 does not know triggers.']],
  ],
}

describe.each(Object.entries(rows))('the check of %s', (_, cases) => {
  it.each(cases)('in %s, of %j as %j', (file, from, to, said) => {
    expect(newFindings(changed(file, from, to, fresh))).toEqual(said)
  })
})

describe('the check of triggers', () => {
  it.each(['secret-input', 'text-input', 'any', 'date', 'date-range', 'array[tools]', 'text'])(
    'refuses the type %s, in an event and in the set-up',
    (type) => {
      const refusal = (file: string, place: string, path: string) =>
        `error parameter-type G4,G5,G6 ${file}:${place} Write one of ${types} for \`${path}\`: Dify knows only these types of parameters in triggers; \`${type}\` is none, the plugin does not start.`
      expect(newFindings(changed(event, subject, asked(type), fresh))).toEqual([
        refusal(event, '10:11', 'parameters[0].type'),
      ])
      expect(newFindings(changed(provider, 'type: checkbox', `type: ${type}`, fresh))).toContain(
        refusal(provider, '21:13', 'subscription_constructor.parameters[0].type'),
      )
    },
  )

  it.each(types.split(', '))('takes the type %s', (type) => {
    const more = type === 'select' || type === 'checkbox' ? choice : ''
    const options = writeFile(fresh, 'options.py', 'def _fetch_parameter_options(self, parameter): ...\n')
    expect(newFindings(changed(event, subject, asked(type, more), options))).toEqual([])
  })

  it('starts an event that the dispatch forgot, and makes a list of a default, by their fixes', () => {
    const forgot = changed(python, 'EVENTS = {"push": "push"}', 'EVENTS: dict[str, str] = {}', fresh)
    const fixed = checkPlugin(forgot)
      .find(({ rule }) => rule === 'event-undispatched')
      ?.fix?.apply(forgot)
    expect(fixed && textOf(fixed, python)).toBe(textOf(fresh, python))
    const text = changed(event, subject, asked('checkbox', `${choice}    multiple: true\n    default: a\n`), fresh)
    const listed = checkPlugin(text)
      .find(({ rule }) => rule === 'default-list')
      ?.fix?.apply(text)
    expect(listed && textOf(listed, event)).toContain('    default:\n      - a\n')
  })

  it('leaves a dispatch alone that its author wrote', () => {
    expect(newFindings(changed(python, 'EVENTS = {"push": "push"}', 'EVENTS = names("push")', fresh))).toEqual([])
    const own = changed(python, 'EVENTS.get(self', 'find(self', changed(python, '"push": "push"', '"a": "b"', fresh))
    expect(newFindings(own)).toEqual([])
  })
})
