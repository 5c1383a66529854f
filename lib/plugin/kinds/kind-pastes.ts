import type { PasteStart } from '../paste/paste-start'
import { toolPaste } from './tool/paste/paste'
import { eventPaste } from './trigger/paste/paste'

/** What can be pasted to begin an item, by the id of its document type. Apart from `kinds`, since only the dialog needs it. */
export const kindPastes: Readonly<Record<string, PasteStart>> = { tool: toolPaste, event: eventPaste }
