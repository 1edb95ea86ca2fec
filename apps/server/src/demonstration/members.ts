/** One firm of the demonstration and its relationship. All of them are invented. */
export interface Member {
  readonly name: string
  readonly sector: 'construction' | 'food' | 'services'
  readonly size: 'micro' | 'small' | 'medium'
  readonly headcount: number
  readonly partner: string
  readonly kind: 'customer' | 'supplier' | 'peer' | 'alliance'
  readonly since: string
  /** How far the relationship has come on each of the days, in levels: what the firm answers follows from it. */
  readonly course: readonly [number, number, number, number]
  /** Whether its figures may enter the benchmarks. */
  readonly compares: boolean
}

/** The days on which each member answered, oldest first. */
export const days = ['2026-02-16', '2026-05-18', '2026-08-17', '2026-11-16'] as const

/** Enough builders and makers of one size for a benchmark; the others show firms that have nobody to be compared with. */
export const members: readonly Member[] = [
  {
    name: 'Harbour Joinery',
    sector: 'construction',
    size: 'micro',
    headcount: 7,
    partner: 'Castell & Rowe Contractors',
    kind: 'customer',
    since: '2019-04-01',
    course: [1.1, 1.3, 1.6, 1.9],
    compares: true,
  },
  {
    name: 'Cobb & Daughters Roofing',
    sector: 'construction',
    size: 'micro',
    headcount: 7,
    partner: 'Stanfield Homes',
    kind: 'customer',
    since: '2021-09-06',
    course: [0.9, 0.9, 1.2, 1.2],
    compares: true,
  },
  {
    name: 'Tidemark Electrical',
    sector: 'construction',
    size: 'micro',
    headcount: 9,
    partner: 'Fairlawn Lettings',
    kind: 'customer',
    since: '2022-02-14',
    course: [0.5, 0.8, 0.8, 1.1],
    compares: true,
  },
  {
    name: 'Oakes Plastering',
    sector: 'construction',
    size: 'micro',
    headcount: 4,
    partner: 'Millbrook Offices',
    kind: 'customer',
    since: '2023-05-02',
    course: [0.3, 0.4, 0.6, 0.6],
    compares: true,
  },
  {
    name: 'Fenwick Stone',
    sector: 'construction',
    size: 'micro',
    headcount: 8,
    partner: 'Greyfen Quarry',
    kind: 'supplier',
    since: '2016-01-11',
    course: [1.8, 1.8, 1.7, 1.7],
    compares: true,
  },
  {
    name: 'Brightwater Plumbing',
    sector: 'construction',
    size: 'micro',
    headcount: 5,
    partner: 'Ashdown Care Homes',
    kind: 'customer',
    since: '2020-10-19',
    course: [1.0, 1.2, 1.4, 1.5],
    compares: true,
  },
  {
    name: "Saddler's Yard Metalwork",
    sector: 'construction',
    size: 'micro',
    headcount: 6,
    partner: 'Brightwater Trams',
    kind: 'customer',
    since: '2018-03-12',
    course: [0.8, 0.7, 0.9, 1.3],
    compares: true,
  },
  {
    name: 'Quarry Lane Ceramics',
    sector: 'construction',
    size: 'micro',
    headcount: 6,
    partner: 'Tallis Home Stores',
    kind: 'customer',
    since: '2017-06-05',
    course: [1.4, 1.5, 1.5, 1.8],
    compares: true,
  },
  {
    name: 'Marlow Street Bakery',
    sector: 'food',
    size: 'micro',
    headcount: 9,
    partner: 'Greyfen Mill',
    kind: 'supplier',
    since: '2015-02-02',
    course: [1.2, 1.0, 0.8, 0.7],
    compares: true,
  },
  {
    name: 'Pebble Lane Catering',
    sector: 'food',
    size: 'micro',
    headcount: 6,
    partner: 'Oakmoor Events',
    kind: 'customer',
    since: '2021-04-26',
    course: [0.6, 0.9, 1.3, 1.6],
    compares: true,
  },
  {
    name: 'Ferry Lane Brewery',
    sector: 'food',
    size: 'small',
    headcount: 18,
    partner: 'Harbour View Hotel',
    kind: 'customer',
    since: '2018-11-05',
    course: [1.1, 1.1, 1.3, 1.3],
    compares: false,
  },
  {
    name: 'Juniper Freight',
    sector: 'services',
    size: 'small',
    headcount: 24,
    partner: 'Salter Foods',
    kind: 'customer',
    since: '2014-08-25',
    course: [1.5, 1.7, 1.8, 2],
    compares: true,
  },
  {
    name: 'Lamp & Ledger Bookkeeping',
    sector: 'services',
    size: 'micro',
    headcount: 4,
    partner: 'Rowan Cloud Books',
    kind: 'supplier',
    since: '2022-07-18',
    course: [0.4, 0.4, 0.5, 0.9],
    compares: false,
  },
  {
    name: 'Clearwater Window Care',
    sector: 'services',
    size: 'medium',
    headcount: 62,
    partner: 'Northgate Dental Rooms',
    kind: 'customer',
    since: '2020-01-27',
    course: [0.9, 1.2, 1.2, 1.4],
    compares: true,
  },
]
