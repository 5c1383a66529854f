import type { Drawing } from '../../drawing'

/** A workflow that begins with the event. */
export const triggerPicture: Drawing = {
  says: 'In Dify: the node that starts a workflow',
  shapes: [
    {
      wire: [
        [18, 6],
        [18, 20],
      ],
      own: true,
    },
    { box: [6, 20, 24, 24], own: true },
    { icon: [11, 25] },
    {
      wire: [
        [30, 32],
        [42, 32],
      ],
    },
    { box: [42, 24, 18, 16] },
    { bar: [46, 31, 10] },
    {
      wire: [
        [60, 32],
        [72, 32],
      ],
    },
    { box: [72, 24, 18, 16] },
    { bar: [76, 31, 10] },
  ],
}
