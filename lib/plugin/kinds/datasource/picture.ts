import type { Drawing } from '../../drawing'

/** A knowledge pipeline: what the source gives is cut up and kept. */
export const datasourcePicture: Drawing = {
  says: 'In Dify: the first node of a knowledge pipeline',
  shapes: [
    { box: [6, 20, 24, 24], own: true },
    { icon: [11, 25] },
    {
      wire: [
        [30, 32],
        [40, 32],
      ],
    },
    { box: [40, 12, 14, 10] },
    { box: [40, 27, 14, 10] },
    { box: [40, 42, 14, 10] },
    {
      wire: [
        [54, 32],
        [64, 32],
      ],
    },
    { box: [64, 10, 26, 44] },
    { bar: [69, 18, 16] },
    { bar: [69, 26, 16] },
    { bar: [69, 34, 16] },
    { bar: [69, 42, 10] },
  ],
}
