import type { Schedule } from '../../bench/simulate/schedule';

/** Two accidents in one run that once cost somebody a row or an id: found by playing pairs of acts, each at any call. */
export const COLLISIONS: Schedule[] = [
  {
    seed: 3204,
    shape: { shop: 0, matching: 'exact', changesOnly: true, events: true, first: false, rows: 0, ownRealms: false },
    days: [
      [
        { act: 'type a row', picks: [9700, 6380, 1701] },
        {
          run: 'tick',
          happenings: [
            { call: 16, act: { act: 'delete a row', picks: [6773, 1109, 9795] } },
            { call: 29, act: { act: 'delete a row', picks: [5458, 5976, 9962] } },
          ],
        },
      ],
    ],
  },
  {
    seed: 3548,
    shape: { shop: 0, matching: 'exact', changesOnly: false, events: false, first: false, rows: 0, ownRealms: false },
    days: [
      [
        { act: 'copy a row', picks: [8334, 580, 7145] },
        { run: 'tick', happenings: [{ call: 31, act: { act: 'sort', picks: [5232, 193, 3942] } }] },
      ],
    ],
  },
  {
    seed: 6367,
    shape: { shop: 0, matching: 'exact', changesOnly: false, events: true, first: false, rows: 0, ownRealms: false },
    days: [
      [
        { act: 'type a row', picks: [6843, 1848, 9168] },
        { run: 'tick', happenings: [{ call: 31, act: { act: 'delete a row', picks: [1452, 2612, 8895] } }] },
      ],
    ],
  },
  {
    seed: 1447,
    shape: { shop: 1, matching: 'exact', changesOnly: true, events: true, first: false, rows: 300, ownRealms: false },
    days: [
      [
        {
          run: 'panel',
          happenings: [
            { call: 6, act: { act: 'sort', picks: [7914, 9928, 8406] } },
            { call: 15, act: { act: 'sort', picks: [2110, 6585, 9806] } },
          ],
        },
      ],
    ],
  },
];
