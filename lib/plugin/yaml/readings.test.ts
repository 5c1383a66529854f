import { isScalar } from 'yaml'
import { describe, expect, it } from 'vitest'
import { nodeAt } from './locate'
import { parseYaml } from './parse'
import { readAsCore, readAsGo, readAsPyYaml, type Reading } from './readings'

/** What the three make of a scalar: `int 5`, `text`, `time` … */
function readings(source: string): string[] {
  const node = nodeAt(parseYaml(`k: ${source}`), ['k'])
  if (!isScalar(node)) throw new Error(`no scalar: ${source}`)
  return [readAsCore, readAsPyYaml, readAsGo].map((read) => shown(read(node)))
}

function shown(reading: Reading): string {
  return 'value' in reading && reading.kind !== 'text' ? `${reading.kind} ${reading.value}` : reading.kind
}

describe('the readings of a plain scalar by YAML 1.2, PyYAML and Go', () => {
  it.each([
    ['true', 'bool true', 'bool true', 'bool true'],
    ['yes', 'text', 'bool true', 'text'],
    ['Off', 'text', 'bool false', 'text'],
    ['y', 'text', 'text', 'text'],
    ['~', 'null', 'null', 'null'],
    ['nULL', 'text', 'text', 'text'],
    ['42', 'int 42', 'int 42', 'int 42'],
    ['0755', 'int 755', 'int 493', 'int 493'],
    ['0o17', 'int 15', 'text', 'int 15'],
    ['08', 'int 8', 'text', 'float 8'],
    ['0x1F', 'int 31', 'int 31', 'int 31'],
    ['0b11', 'text', 'int 3', 'int 3'],
    ['-0b11', 'text', 'int -3', 'int -3'],
    ['1_000', 'text', 'int 1000', 'int 1000'],
    ['1__0', 'text', 'int 10', 'int 10'],
    ['_1', 'text', 'text', 'text'],
    ['1:30', 'text', 'int 90', 'text'],
    ['1:30:00.5', 'text', 'float 5400.5', 'text'],
    ['16:9', 'text', 'int 969', 'text'],
    ['3.12', 'float 3.12', 'float 3.12', 'float 3.12'],
    ['1.2.3', 'text', 'text', 'text'],
    ['.5', 'float 0.5', 'float 0.5', 'float 0.5'],
    ['-.5', 'float -0.5', 'text', 'float -0.5'],
    ['1e3', 'float 1000', 'text', 'float 1000'],
    ['1e-7', 'float 1e-7', 'text', 'float 1e-7'],
    ['1.0e-7', 'float 1e-7', 'float 1e-7', 'float 1e-7'],
    ['1.5e3', 'float 1500', 'text', 'float 1500'],
    ['.inf', 'float Infinity', 'float Infinity', 'float Infinity'],
    ['-.INF', 'float -Infinity', 'float -Infinity', 'float -Infinity'],
    ['.nan', 'float NaN', 'float NaN', 'float NaN'],
    ['1e400', 'float Infinity', 'text', 'text'],
    ['2024-01-01', 'text', 'time', 'time'],
    ['2024-1-1', 'text', 'text', 'time'],
    ['2024-02-30', 'text', 'time', 'text'],
    ['2001-12-14t21:59:43.10-05:00', 'text', 'time', 'time'],
    ['2001-12-14 21:59:43', 'text', 'time', 'time'],
    ['9007199254740993', 'int 9007199254740993', 'int 9007199254740993', 'int 9007199254740993'],
    ['18446744073709551616', 'int 18446744073709551616', 'int 18446744073709551616', 'float 18446744073709552000'],
    ['"yes"', 'text', 'text', 'text'],
    ["'1'", 'text', 'text', 'text'],
    ['!!str 1', 'text', 'text', 'text'],
    ['!!int "1"', 'int 1', 'int 1', 'int 1'],
    ['!!float 1', 'float 1', 'float 1', 'float 1'],
    ['!custom 1', 'text', 'text', 'text'],
    ['|\n  1', 'text', 'text', 'text'],
  ])('%s', (source, core, python, go) => {
    expect(readings(source)).toEqual([core, python, go])
  })
})
