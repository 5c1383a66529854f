import { CommentMarks } from './comments/comment-marks'
import { PackageDrop } from './history/package-drop'
import { useLeaveByLink } from './save/use-leave-by-link'
import { useKeptFocus } from './use-kept-focus'
import { usePaneKeys } from './use-pane-keys'

/** What the workbench needs once it is used: the focus kept on the page and led round the panes, links that wait for the server, packages that are
 * dropped, marks of comments. */
export function LaterParts() {
  usePaneKeys()
  useKeptFocus()
  useLeaveByLink()
  return (
    <>
      <PackageDrop />
      <CommentMarks />
    </>
  )
}
