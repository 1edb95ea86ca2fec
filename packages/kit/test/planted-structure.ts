import { field, type Plant } from './plant.ts'

/** Mistakes in how a rule set is written down. */
export const structurePlants: readonly Plant[] = [
  {
    name: 'unknown key',
    plant: field(0, 'statment', 'x'),
    code: 'unknown-key',
    at: '"statment"',
    remedy: 'did you mean "statement"?',
  },
  {
    name: 'text for a number',
    plant: field(1, 'weight', 'heavy'),
    code: 'wrong-type',
    at: '"heavy"',
    remedy: 'should be a number',
  },
  {
    name: 'weight out of range',
    plant: field(2, 'weight', 7.25),
    code: 'out-of-range',
    at: '7.25',
    remedy: 'between 0.5 and 2',
  },
  {
    name: 'statement missing',
    plant: (rules) => delete rules.practice.indicators[3]!['statement'],
    code: 'missing',
    at: '"work.c1/2", "clause"',
    around: true,
    remedy: '"statement" is missing',
  },
  {
    name: 'malformed id',
    plant: (rules) => (rules.lenses[0]!.elements[0]!.id = 'Lens One'),
    code: 'bad-format',
    at: '"Lens One"',
    remedy: 'lower-case words',
  },
  {
    name: 'effort that is none of three',
    plant: field(4, 'effort', 45),
    code: 'not-allowed',
    at: '45',
    remedy: 'is not one of 30, 240, 960',
  },
  { name: 'empty text', plant: field(5, 'next', ''), code: 'missing', at: '""', remedy: 'write something' },
  {
    name: 'list for a text',
    plant: field(6, 'evidence', ['a', 'b']),
    code: 'wrong-type',
    at: '[ "a"',
    remedy: 'should be text',
  },
  {
    name: 'yes or no as text',
    plant: field(7, 'critical', 'true'),
    code: 'wrong-type',
    at: '"true"',
    remedy: 'should be true or false',
  },
  {
    name: 'half a level',
    plant: field(8, 'level', 1.5),
    code: 'out-of-range',
    at: '1.5',
    remedy: 'not a whole number',
  },
]
