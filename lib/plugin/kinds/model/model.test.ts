import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../check'
import { createPlugin } from '../../create'
import { addItem } from '../../edit/add-item'
import { duplicateItem } from '../../edit/duplicate-item'
import { itemsOf } from '../../edit/place'
import { removeItem } from '../../edit/remove-item'
import { renameFileEverywhere } from '../../edit/rename-file'
import { renameItem } from '../../edit/rename-item'
import { textOf, writeFile, type Files } from '../../files'
import { isPristine } from '../../follow-python'
import { outlineOf } from '../../outline'
import { packedFiles } from '../../package/packed-files'
import { documentsOf } from '../../references'

const provider = 'provider/tiny.yaml'
const model = 'models/llm/first_llm.yaml'
const fresh = createPlugin(['model'], {
  name: 'tiny',
  author: 'acme',
  createdAt: '2026-01-01T00:00:00Z',
  variant: 'llm',
})

const changed = (path: string, from: string, to: string): Files => {
  const text = textOf(fresh, path) ?? ''
  expect(text).toContain(from)
  return writeFile(fresh, path, text.replace(from, to))
}

function saidOf(files: Files): string[] {
  return checkPlugin(packedFiles(files))
    .filter(({ file }) => file !== 'manifest.yaml' && /\.yaml$/.test(file))
    .map(({ severity, rule, gates, file }) => `${severity} ${rule} ${gates.join(',') || '-'} ${file}`)
}

describe('models of a provider', () => {
  it('are the files that its patterns fit, without the file of their order', () => {
    const files = writeFile(
      writeFile(fresh, 'models/llm/_position.yaml', '- first-llm\n'),
      'models/llm/deep/x.yaml',
      'model: x\n',
    )
    expect([...documentsOf(files)].filter(([, type]) => type.startsWith('model.llm'))).toEqual([[model, 'model.llm']])
  })

  it('are added in the folder of their type, listed by a pattern where none finds them', () => {
    const added = addItem(fresh, provider, 'Tiny-2', 'model.llm')
    expect(added.ok && itemsOf(added.files, provider)).toEqual([model, 'models/llm/tiny_2.yaml'])
    expect(added.ok && textOf(added.files, provider)).toBe(textOf(fresh, provider))
    const first = addItem(fresh, provider, 'ranker', 'model.rerank')
    expect(first.ok && textOf(first.files, provider)).toContain(
      'rerank:\n    predefined:\n      - models/rerank/*.yaml\n',
    )
    expect(first.ok && itemsOf(first.files, provider, 'model.rerank')).toEqual(['models/rerank/ranker.yaml'])
  })

  it('are duplicated, renamed and removed without a word in the provider', () => {
    for (const edited of [duplicateItem(fresh, model), renameItem(fresh, model, 'other'), removeItem(fresh, model)]) {
      expect(edited.ok && textOf(edited.files, provider)).toBe(textOf(fresh, provider))
    }
    const renamed = renameItem(fresh, model, 'other')
    expect(renamed.ok && itemsOf(renamed.files, provider)).toEqual(['models/llm/other.yaml'])
  })

  it('stay where their pattern finds them', () => {
    expect(renameFileEverywhere(fresh, model, 'models/elsewhere.yaml')).toMatchObject({ ok: false, file: provider })
  })

  it('stand in the outline by type, as the provider offers them', () => {
    const lines = outlineOf(fresh).filter(({ type }) => type === 'items')
    expect(lines.map(({ title, count, at }) => [title, count, at])).toEqual([['LLMs', 1, 'models.llm.predefined']])
    const more = outlineOf(changed(provider, '  - llm\n', '  - llm\n  - rerank\n'))
    expect(more.flatMap(({ type, title, count }) => (type === 'items' ? [`${title} ${count}`] : []))).toEqual([
      'LLMs 1',
      'Rerank models 0',
    ])
  })
})

const twin = (more: string) =>
  `    - {variable: twin, type: text-input, required: false, label: {en_US: Twin}${more}}\n`
const choice =
  '    - {variable: how, type: select, required: true, label: {en_US: How}, options: [{value: a, label: {en_US: A}}, {value: b, label: {en_US: B}}]}\n'
const renamedSource = (file: string, source: string): Files =>
  writeFile(changed(provider, 'models/llm/llm.py', file), file, source)

describe('the check of models', () => {
  const cases: Record<string, [Files, string[]]> = {
    'a fresh plugin': [fresh, []],
    'a property that the SDK does not know': [
      changed(model, '  mode: chat', '  mode: chat\n  colour: red'),
      [`error unknown-key G5,G6 ${model}`],
    ],
    'no properties': [
      changed(model, 'model_properties:\n  mode: chat\n  context_size: 8192\n', ''),
      [`error missing G5,G6 ${model}`],
    ],
    'an unknown template': [
      changed(model, 'use_template: top_p', 'use_template: top_q'),
      [`error use-template G1,G5,G6 ${model}`],
    ],
    'an unknown template beside a type': [
      changed(model, 'use_template: top_p', 'use_template: top_q\n    type: float'),
      [`error use-template G1 ${model}`],
    ],
    'Python of models two parts deep': [
      renamedSource('models/llm.py', textOf(fresh, 'models/llm/llm.py') ?? ''),
      [`advice model-source-depth - ${provider}`],
    ],
    'Python two parts deep that only imports': [
      writeFile(
        changed(provider, '      - models/llm/llm.py', '      - models/llm/llm.py\n      - models/more.py'),
        'models/more.py',
        'from models.llm.llm import TinyLargeLanguageModel\n',
      ),
      [],
    ],
    'models that people add without a form': [
      changed(provider, '  - predefined-model', '  - predefined-model\n  - customizable-model'),
      [`advice model-form-missing - ${provider}`],
    ],
    'a pattern that nothing fits': [
      changed(provider, '      - models/llm/*.yaml', '      - models/llm/*.yaml\n      - models/old/*.yaml'),
      [`advice glob-empty - ${provider}`],
    ],
    'two fields of one name': [
      changed(provider, '  credential_form_schemas:\n', `  credential_form_schemas:\n${twin('')}${twin('')}`),
      [`advice repeated-name - ${provider}`],
    ],
    'two fields of one name, asked in turn': [
      changed(
        provider,
        '  credential_form_schemas:\n',
        `  credential_form_schemas:\n${choice}${twin(', show_on: [{variable: how, value: a}]')}${twin(', show_on: [{variable: how, value: b}]')}`,
      ),
      [],
    ],
    'help of a field': [
      changed(provider, '  credential_form_schemas:\n', `  credential_form_schemas:\n${twin(', help: {en_US: x}')}`),
      [`advice dropped-key - ${provider}`],
    ],
    'a price of too many digits': [
      changed(
        model,
        'parameter_rules:\n',
        'pricing: {input: "1", unit: "1e-50000000", currency: USD}\nparameter_rules:\n',
      ),
      [`error price-exponent G3 ${model}`],
    ],
    'a price with a small exponent': [
      changed(model, 'parameter_rules:\n', 'pricing: {input: "1", unit: "1e-6", currency: USD}\nparameter_rules:\n'),
      [],
    ],
    'no template': [changed(model, 'use_template: top_p', 'use_template: ""\n    type: float'), []],
    'a rule without type': [changed(model, '    use_template: top_p\n', ''), [`error rule-type G5,G6 ${model}`]],
    'an unknown feature': [changed(model, '- tool-call', '- juggling'), [`error model-feature G5,G6 ${model}`]],
    'a price that is no decimal': [
      changed(
        model,
        'model_type: llm',
        'model_type: llm\npricing:\n  input: "1_000"\n  unit: "0.001"\n  currency: USD',
      ),
      [`error price G1,G5 ${model}`],
    ],
    'prices as they are mostly written': [
      changed(
        model,
        'model_type: llm',
        'model_type: llm\npricing:\n  input: "0.5"\n  output: 1.5\n  unit: "0.001"\n  currency: USD',
      ),
      [],
    ],
    'a type that every Dify refuses': [
      changed(provider, '  - llm\n', '  - llm\n  - text2img\n'),
      [`error model-type G6 ${provider}`],
    ],
    'a default that is no text': [
      changed(provider, '      required: true\n', '      required: true\n      default: 5\n'),
      [`error yaml-type G5 ${provider}`],
    ],
    'required left out': [changed(provider, '      required: true\n', ''), [`advice required-unset - ${provider}`]],
    'a pattern with ./': [changed(provider, '- models/llm/', '- ./models/llm/'), [`advice glob-form - ${provider}`]],
    'a pattern that is none': [changed(provider, 'llm/*.yaml', 'llm/[.yaml'), [`error bad-glob G1 ${provider}`]],
    'an order that is not there': [
      changed(
        provider,
        '      - models/llm/*.yaml\n',
        '      - models/llm/*.yaml\n    position: models/llm/_position.yaml\n',
      ),
      [`error file-missing G1 ${provider}`],
    ],
    'an icon that is not there': [
      changed(provider, '  en_US: icon.svg', '  en_US: other.svg'),
      [`error icon-missing G2,G3 ${provider}`],
    ],
    'a dark icon that is not there': [
      changed(provider, '  en_US: icon-dark.svg', '  en_US: other.svg'),
      [`error icon-missing G3 ${provider}`],
    ],
    'a source without a class where another has it': [
      writeFile(
        changed(provider, '      - models/llm/llm.py\n', '      - models/llm/llm.py\n      - models/llm/shared.py\n'),
        'models/llm/shared.py',
        'LIMIT = 5\n',
      ),
      [],
    ],
    'a type that no source is for': [
      changed(provider, '  - llm\n', '  - llm\n  - tts\n'),
      [`advice model-type-code - ${provider}`],
    ],
    'a type whose only source has no class': [
      writeFile(fresh, 'models/llm/llm.py', 'LIMIT = 5\n'),
      [`advice model-type-code - ${provider}`],
    ],
    'a class from elsewhere, and one of the kit of the SDK': [
      writeFile(
        writeFile(
          changed(provider, '  - llm\n', '  - llm\n  - tts\n'),
          'models/llm/llm.py',
          'from dify_plugin import OAICompatText2SpeechModel\n\n\nclass Tts(OAICompatText2SpeechModel):\n    pass\n\n\nclass Llm(Own):\n    pass\n',
        ),
        'x.py',
        '',
      ),
      [],
    ],
    'two patterns that fit one model': [
      changed(provider, '- models/llm/*.yaml', '- models/llm/*.yaml\n      - models/llm/first*.yaml'),
      [`advice glob-twice - ${provider}`],
    ],
    'two patterns that fit models of their own': [
      writeFile(
        changed(provider, '- models/llm/*.yaml', '- models/llm/f*.yaml\n      - models/llm/s*.yaml'),
        'models/llm/second.yaml',
        (textOf(fresh, model) ?? '').replace('first-llm', 'second'),
      ),
      [],
    ],
    'a name with capitals': [
      changed(provider, 'provider: tiny', 'provider: Tiny'),
      [`error provider-name-lower G6 ${provider}`],
    ],
  }
  for (const [name, [files, said]] of Object.entries(cases)) {
    it(`judges ${name}`, () => {
      expect(saidOf(files).sort()).toEqual([...said].sort())
    })
  }
})

describe('the fixes of a provider', () => {
  const fixed = (files: Files, rule: string): Files =>
    checkPlugin(packedFiles(files))
      .find((finding) => finding.rule === rule)
      ?.fix?.apply(files) ?? files

  it('add the code of a type and list it', () => {
    const files = fixed(changed(provider, '  - llm\n', '  - llm\n  - tts\n'), 'model-type-code')
    expect(textOf(files, provider)).toContain('      - models/llm/llm.py\n      - models/tts/tts.py\n')
    expect(isPristine(files, provider, 'models/tts/tts.py')).toBe(true)
    expect(saidOf(files)).toEqual([])
  })

  it('remove a pattern that fits nothing new, and leave one that does', () => {
    const twice = changed(provider, '- models/llm/*.yaml', '- models/llm/*.yaml\n      - models/llm/first*.yaml')
    expect(textOf(fixed(twice, 'glob-twice'), provider)).toBe(textOf(fresh, provider))
    const wider = changed(provider, '- models/llm/*.yaml', '- models/llm/first*.yaml\n      - models/llm/*.yaml')
    const files = writeFile(wider, 'models/llm/second.yaml', 'model: second\n')
    expect(fixed(files, 'glob-twice')).toBe(files)
  })
})
