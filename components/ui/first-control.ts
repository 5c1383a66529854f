/** What takes the focus in a tree and in a form, before anything else there. */
const first = '[role=treeitem][tabindex="0"], [data-ready-control]'
const control =
  'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]:not([role=separator])'

/** The control inside an element where the keyboard begins, among those that are to be seen. */
export function firstControl(element: Element, before = first): HTMLElement | undefined {
  const shown = (selector: string) =>
    [...element.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility())
  return shown(before) ?? shown(first) ?? shown(control)
}
