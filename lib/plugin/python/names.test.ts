import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { className, fileStem, localNames } from './names'

describe('className', () => {
  const imported = ['Tool', 'ToolProvider', 'Endpoint', 'ToolInvokeMessage', 'Any']
  it.each([
    ['forecast', 'Tool', 'ForecastTool'],
    ['first_tool', 'Tool', 'FirstTool'],
    ['weather-api2', 'Provider', 'WeatherApi2Provider'],
    ['tool', 'Tool', 'CustomTool'],
    ['tool', 'Provider', 'ToolCustomProvider'],
    ['tool_provider', 'Provider', 'ToolCustomProvider'],
    ['endpoint', 'Endpoint', 'CustomEndpoint'],
    ['2-x__y-', 'Tool', 'N2XYTool'],
    ['class', 'Provider', 'ClassProvider'],
    ['_', 'Provider', 'Provider'],
    ['天气', 'Tool', 'CustomTool'],
    ['n'.repeat(128), 'Tool', `N${'n'.repeat(59)}Tool`],
  ])('calls %j of kind %s %s', (name, suffix, expected) => {
    expect(className(name, suffix, imported)).toBe(expected)
  })
})

describe('localNames', () => {
  it.each([
    [
      ['city', 'units'],
      ['city', 'units'],
    ],
    [
      ['maxResults', 'max-results', 'MAX RESULTS'],
      ['max_results', 'max_results_2', 'max_results_3'],
    ],
    [
      ['class', 'self', 'list', 'l', 'type'],
      ['class_', 'self_', 'list_', 'l_', 'type_'],
    ],
    [
      ['2x', '_', '天气', '__debug__', ''],
      ['n2x', 'value_2', 'value_3', 'debug', 'value_5'],
    ],
    [
      ['self', 'self_'],
      ['self_', 'self_2'],
    ],
    [['z'.repeat(1023)], ['z'.repeat(40)]],
  ])('makes %j into %j', (texts, names) => {
    expect(localNames(texts, ['self'])).toEqual(names)
  })

  it('gives different identifiers that are not reserved, for any texts', () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('self', 'self_', 'Self', 'class', 'a', 'A', '_a')),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom('a', 'self', 'self_', 'a_', 'class_')), (given, reserved) => {
        const names = localNames(given, reserved)
        expect(new Set([...names, ...reserved]).size).toBe(names.length + new Set(reserved).size)
        for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      }),
    )
  })
})

describe('fileStem', () => {
  it.each([
    ['nimbra-weather', 'nimbra_weather'],
    ['2-x__y-', '2_x__y_'],
    ['null', 'null'],
    ['con', 'ncon'],
    ['com1', 'ncom1'],
    ['__init__', 'n__init__'],
    ['a.b/c', 'a_b_c'],
    ['', 'n'],
    ['n'.repeat(128), 'n'.repeat(100)],
  ])('makes %j into %j', (name, stem) => {
    expect(fileStem(name)).toBe(stem)
  })

  it('keeps stems of one folder apart, also those that only case or dashes tell apart', () => {
    expect(fileStem('a-b', ['a_b'])).toBe('a_b_2')
    expect(fileStem('A_B', ['a_b', 'a_b_2'])).toBe('a_b_3')
  })
})
