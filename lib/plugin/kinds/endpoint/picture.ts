import type { Drawing } from '../../drawing'

/** A program outside that calls an address at the edge of Dify. */
export const endpointPicture: Drawing = {
  says: 'In Dify: a web address that programs outside can call',
  shapes: [
    { box: [6, 24, 16, 16] },
    { bar: [10, 29, 8] },
    { bar: [10, 34, 8] },
    {
      wire: [
        [22, 32],
        [32, 32],
      ],
      own: true,
    },
    { box: [48, 8, 42, 48] },
    { bar: [68, 22, 16] },
    { bar: [68, 31, 16] },
    { bar: [68, 40, 10] },
    { box: [32, 22, 30, 20], own: true },
    { icon: [36, 26] },
    { bar: [51, 31, 7], own: true },
  ],
}
