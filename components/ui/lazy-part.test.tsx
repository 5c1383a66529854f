import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { lazyPart } from './lazy-part'

afterEach(cleanup)

const Here = ({ name }: { name: string }) => <p>{name} is here</p>

test('a script that does not come is said in its own place and can be asked for again', async () => {
  let online = false
  const Part = lazyPart<{ name: string }>('The file', async () => {
    if (!online) throw new Error('no network')
    return Here
  })
  render(
    <>
      <p>the rest</p>
      <Part name="a.yaml" />
    </>,
  )
  await screen.findByText('The file did not load.')
  expect(screen.getByText('the rest')).toBeTruthy()
  online = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('a.yaml is here')
})

test('a part that breaks leaves the rest alone', async () => {
  vi.mocked(console.error).mockImplementation(() => {})
  let broken = true
  function Breaking() {
    if (broken) throw new Error('broken')
    return <p>mended</p>
  }
  const Part = lazyPart<object>('The file', async () => Breaking)
  render(<Part />)
  await screen.findByText('The file did not load.')
  // React tells of it.
  vi.mocked(console.error).mockClear()
  broken = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('mended')
})
