import { expect, it } from 'vitest'
import { checkPlugin } from '../check'
import { createPlugin } from '../create'
import { writeFile } from '../files'

const fresh = createPlugin(['tool'], { name: 'shop', author: 'acme', createdAt: '2026-01-02T03:04:05Z' })

function found(picture: string | Uint8Array, wanted = 'icon-shape') {
  const files = ['icon.svg', 'icon-dark.svg'].reduce((now, name) => writeFile(now, `_assets/${name}`, picture), fresh)
  return checkPlugin(files).flatMap(({ rule, message, severity }) =>
    rule === wanted ? [`${severity}: ${message}`] : [],
  )
}

it('says where Dify would press or crop an icon', () => {
  expect(found('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24"></svg>')[0]).toBe(
    'advice: Make `icon.svg` square: it is 48 × 24, Dify stretches it in the list of plugins and crops it in workflows.',
  )
})

it('has nothing against a square one, nor against what cannot be measured', () => {
  expect(found('<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"></svg>')).toEqual([])
  expect(found('no picture')).toEqual([])
  expect(found(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toEqual([])
})

it('points at an icon that is no picture', () => {
  expect(found('no picture', 'icon-unreadable')[0]).toMatch(
    /^advice: Choose another file than `icon\.svg`: it is no picture/,
  )
  expect(found('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'icon-unreadable')).toEqual([])
})
