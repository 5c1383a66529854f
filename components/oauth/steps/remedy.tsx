'use client'

import { focusField } from '../settings/focus-field'
import { piecesOf } from '../settings/field-names'

/** What to change: the fields of the form that it names lead to them. */
export function Remedy({ children }: { children: string }) {
  return piecesOf(children).map(({ text, field }, index) =>
    field === undefined ? (
      <span key={index}>{text}</span>
    ) : (
      <button key={index} type="button" className="link" onClick={() => focusField(field)}>
        {text}
      </button>
    ),
  )
}
