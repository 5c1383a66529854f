import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An unexpected console.error or console.warn fails the test; a test that expects one mocks it itself. */
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  for (const method of ['error', 'warn'] as const) {
    const spy = vi.isMockFunction(console[method]) ? vi.mocked(console[method]) : undefined
    const calls = spy?.mock.calls ?? []
    spy?.mockRestore()
    expect(calls, `console.${method} was called`).toEqual([])
  }
})
