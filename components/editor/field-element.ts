import type { YamlPath } from '@/lib/plugin/yaml/parse'

/** The row of a field in the open form, or of the closest field around it that is drawn. */
export function fieldElement(path: YamlPath): HTMLElement | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const selector = `[data-field="${CSS.escape(path.slice(0, length).join('.'))}"]`
    const found = document.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return undefined
}
