import { imageSize } from 'image-size'
import type { Finding } from '../document'
import { bytesOf } from '../files'
import { isCleanPath } from './references'
import type { PluginView } from './plugin-view'
import { shown } from './report'

/** Icons that are no picture, or not square: lists of Dify stretch them, the block selector crops them (dify-ui.md section 2.2). */
export function iconShapeRules(view: PluginView): Finding[] {
  return view.documents.flatMap(({ path, refs }) =>
    refs.flatMap((ref) => {
      const picture =
        ref.as === 'asset' && isCleanPath(ref.target) ? view.files.get(`_assets/${ref.target}`) : undefined
      if (picture === undefined) return []
      const size = sizeOf(bytesOf(picture))
      const isDrawing = typeof picture === 'string' && /<svg[\s>]/i.test(picture)
      if (!size && !isDrawing)
        return [
          view.finding(path, {
            rule: 'icon-unreadable',
            by: [],
            message: `Choose another file than ${shown(ref.target)}: it is no picture that can be read, Dify shows a gap.`,
            path: ref.at,
          }),
        ]
      if (!size || Math.abs(size.width - size.height) <= 0.02 * Math.max(size.width, size.height)) return []
      const measured = `${Math.round(size.width)} × ${Math.round(size.height)}`
      return [
        view.finding(path, {
          rule: 'icon-shape',
          by: [],
          message: `Make ${shown(ref.target)} square: it is ${measured}, Dify stretches it in the list of plugins and crops it in workflows.`,
          path: ref.at,
        }),
      ]
    }),
  )
}

/** Width and height of a picture; undefined where it has none or cannot be read. */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}
