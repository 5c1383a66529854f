import { expect, it } from 'vitest'
import { optionsFromLines } from './option-lines'

const entry = (value: string, label = value) => ({ value, label: { en_US: label } })

it('reads values, and labels behind a tab or a comma', () => {
  expect(optionsFromLines('metric\nimperial, Fahrenheit and inches\r\nk\tKelvin, absolute\n\n', [])).toEqual({
    options: [entry('metric'), entry('imperial', 'Fahrenheit and inches'), entry('k', 'Kelvin, absolute')],
    skipped: 0,
  })
})

it('leaves out what is there already or stands twice', () => {
  expect(optionsFromLines('a\nb\na\nc', ['c'])).toEqual({ options: [entry('a'), entry('b')], skipped: 2 })
})

it('takes two columns of a spreadsheet, and its quotes off', () => {
  expect(optionsFromLines('beta\tBeta\tB zh\n"say ""yes"""\t"Yes, please"', [])).toEqual({
    options: [entry('beta', 'Beta'), entry('say "yes"', 'Yes, please')],
    skipped: 0,
  })
})
