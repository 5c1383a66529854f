import { expect, it } from 'vitest'
import { createPlugin } from '../create'
import { removeFile, textOf } from '../files'
import { referenceAt } from './reference-at'

const files = createPlugin(['tool'], { name: 'shop', author: 'acme', createdAt: '2026-01-02T03:04:05Z' })
const at = (file: string, words: string, now = files) => {
  const text = textOf(now, file) ?? ''
  return referenceAt(now, file, text, text.indexOf(words) + 2)
}

it('finds the file that a document names there', () => {
  expect(at('manifest.yaml', 'provider/shop.yaml')).toBe('provider/shop.yaml')
  expect(at('provider/shop.yaml', 'tools/first_tool.yaml')).toBe('tools/first_tool.yaml')
  expect(at('tools/first_tool.yaml', 'tools/first_tool.py')).toBe('tools/first_tool.py')
  expect(at('provider/shop.yaml', 'icon.svg')).toBe('_assets/icon.svg')
})

it('finds nothing where no file is named or none is there', () => {
  expect(at('tools/first_tool.yaml', 'parameters')).toBeUndefined()
  expect(at('tools/first_tool.yaml', 'tools/first_tool.py', removeFile(files, 'tools/first_tool.py'))).toBeUndefined()
})
