/** How ruff looks at a plugin's Python, here and in the tests of our own stubs: the SDK's Python, lines of 100, rules that find mistakes. */
export const ruffOptions = {
  'line-length': 100,
  'target-version': 'py312',
  lint: { select: ['E4', 'E7', 'E9', 'F', 'W', 'B'] },
}
