import type { Drawing } from '../../drawing'

/** The panel of an Agent node, where the strategy is chosen above everything else. */
export const agentStrategyPicture: Drawing = {
  says: 'In Dify: what people choose first in an Agent node',
  shapes: [
    { box: [18, 6, 60, 52] },
    { bar: [24, 12, 22] },
    { box: [24, 19, 48, 18], own: true },
    { icon: [28, 22] },
    { bar: [44, 27, 20], own: true },
    { bar: [24, 43, 34] },
    { bar: [24, 50, 26] },
  ],
}
