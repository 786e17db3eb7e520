import type { Form } from './forms';
import type { Person } from './types';

const COUNTRY_NAMES: Record<string, readonly string[]> = {
  GB: ['UK', 'United Kingdom', 'Great Britain', 'GB'],
  FR: ['France', 'FR', 'FRANCE'],
  DE: ['Germany', 'Deutschland', 'DE'],
  US: ['USA', 'United States', 'US'],
};

type PlaceForm = Form<Person, string>;

/** How countries are written: at home often not at all. */
export const COUNTRY_FORMS: readonly PlaceForm[] = [
  {
    mess: '',
    share: 1,
    write: ({ country }, random) => ({ cell: random.pick(COUNTRY_NAMES[country]), clean: country }),
  },
  {
    mess: 'country-blank',
    share: 0.35,
    fits: ({ country }) => country === 'GB',
    write: () => ({ cell: '', clean: '' }),
  },
];

/** How towns are written. */
export const CITY_FORMS: readonly PlaceForm[] = [
  { mess: '', share: 1, write: ({ city }) => ({ cell: city, clean: city }) },
  { mess: 'city-capitals', share: 0.06, write: ({ city }) => ({ cell: city.toUpperCase(), clean: city }) },
  { mess: 'city-lower-case', share: 0.04, write: ({ city }) => ({ cell: city.toLowerCase(), clean: city }) },
  { mess: 'city-trailing-space', share: 0.03, write: ({ city }) => ({ cell: `${city} `, clean: city }) },
  { mess: 'city-blank', share: 0.06, write: () => ({ cell: '', clean: '' }) },
];

/** How post codes are written; one that lost its zero can still be read, since the country says how long it is. */
export const POSTCODE_FORMS: readonly PlaceForm[] = [
  { mess: '', share: 1, write: ({ postcode }) => ({ cell: postcode, clean: postcode }) },
  {
    mess: 'postcode-lost-zero',
    share: 0.03,
    fits: ({ postcode }) => postcode.startsWith('0'),
    write: ({ postcode }) => ({ cell: Number(postcode), clean: postcode }),
  },
  {
    mess: 'postcode-no-space',
    share: 0.06,
    fits: ({ country }) => country === 'GB',
    write: ({ postcode }) => ({ cell: postcode.replace(' ', '').toLowerCase(), clean: postcode }),
  },
  { mess: 'postcode-blank', share: 0.05, write: () => ({ cell: '', clean: '' }) },
];
