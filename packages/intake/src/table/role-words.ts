import type { Role } from './columns.ts'

/** What a column holds, in words that follow "which column holds". */
export const roleWords: Readonly<Record<Role, string>> = {
  customer: 'the name of the firm',
  supplier: 'the name of the firm you buy from',
  partner: 'the name of the firm, bought or sold',
  amount: 'the amount',
  debit: 'the amounts in debit',
  credit: 'the amounts in credit',
  sign: 'whether an amount is debit or credit',
  date: 'the day',
  due: 'the day it fell due',
  paid: 'the day it was paid',
  number: 'the number of the bill',
  task: 'what is to be done',
  owner: 'who does it',
  done: 'the day it was done',
  status: 'how far it is',
}
