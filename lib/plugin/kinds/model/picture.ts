import type { Drawing } from '../../drawing'

/** The list in which people choose a model. */
export const modelPicture: Drawing = {
  says: 'In Dify: an entry where people choose a model',
  shapes: [
    { box: [18, 4, 60, 12] },
    { bar: [24, 9, 26] },
    { box: [18, 20, 60, 40] },
    { bar: [24, 26, 32] },
    { box: [18, 32, 60, 18], own: true },
    { icon: [23, 35] },
    { bar: [39, 40, 26], own: true },
    { bar: [24, 54, 24] },
  ],
}
