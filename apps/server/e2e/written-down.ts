import type { Relationship } from '@joinery/core'
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright'
import { picture } from './desk-world.ts'

/** What the firm knows of its work with the partner. */
const known = {
  people: [
    { side: 'Us', name: 'Ada Harbour', role: 'Owner', standIn: 'Jo Harbour' },
    { side: 'The partner', name: 'Ben Rowe', role: 'Site lead', standIn: 'Cleo Rowe' },
  ],
  promises: ['Oak by Monday', 'Prices a month ahead', 'A stand-in at holidays'],
  day: '2026-05-04',
} as const

/** Writes it into the forms of the desk, as its owner does; nothing goes past them. */
export async function writeDown(desk: Page, recordNow: () => Promise<Relationship>): Promise<void> {
  await desk.click('nav >> text=Written down')
  await under(desk, 'Who is who', async (form) => {
    for (const person of known.people) await addPerson(form, person)
  })
  await under(desk, 'Promises and things to do', async (form) => {
    for (const text of known.promises) await addPromise(form, text)
  })
  await picture(desk, 'walk-written-promises')
  await under(desk, 'The plan itself', async (form) => {
    await form.getByLabel('Who keeps the plan up to date?').fill('Ada Harbour')
    await form.getByLabel('When did you first write down a plan').fill('2026-01-10')
  })
  await under(desk, 'Health, exit and changes', async (form) => {
    await form.getByLabel('When did both sides agree how gains are shared?').fill(known.day)
  })
  await under(desk, 'Your firm, and everything else', async (form) => {
    const people = form.getByLabel('How many people work in your firm?')
    await people.fill('1')
    await people.blur()
  })
  await expect.poll(recordNow).toMatchObject({
    org: { headcount: 1 },
    people: [
      { side: 'us', name: 'Ada Harbour', role: 'Owner', isLead: true, standIn: 'Jo Harbour' },
      { side: 'partner', name: 'Ben Rowe', role: 'Site lead', isLead: true, standIn: 'Cleo Rowe' },
    ],
    rmp: { createdAt: '2026-01-10', owner: 'Ada Harbour' },
    commitments: known.promises.map((text) => ({ side: 'us', text, due: known.day, keptAt: known.day })),
    trust: { benefitShareAgreedAt: known.day },
  })
}

/** Opens a heading, fills it in, saves it, and goes back to all headings. */
async function under(desk: Page, heading: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  await desk.locator('.card', { hasText: heading }).click()
  await desk.locator('h2', { hasText: heading }).waitFor()
  await fill(desk.locator('main'))
  await desk.click('button:has-text("Save")')
  await desk.locator('[role=status] >> text=Saved.').waitFor()
  await desk.click('.kicker >> text=All headings')
  await desk.locator('h2', { hasText: 'What you have written down' }).waitFor()
}

/** Opens a new entry of the list that a question asks for. */
async function newEntry(form: Locator, question: string): Promise<Locator> {
  const list = form.getByRole('group', { name: question })
  await list.getByRole('button', { name: /^\+? ?Add/ }).click()
  const entry = list.locator('.item.open')
  await entry.waitFor()
  return entry
}

async function addPerson(form: Locator, { side, name, role, standIn }: (typeof known.people)[number]): Promise<void> {
  const entry = await newEntry(form, 'Who works on this relationship')
  await entry.getByRole('radio', { name: side }).check()
  await entry.getByLabel('Name', { exact: true }).fill(name)
  await entry.getByLabel('What do they do here?').fill(role)
  await entry.getByRole('group', { name: 'Is this the lead?' }).getByRole('radio', { name: 'Yes' }).check()
  await entry.getByLabel('Who decides when they are away?').fill(standIn)
  await entry.getByRole('button', { name: 'Done' }).click()
  await form.getByText(name).first().waitFor()
}

async function addPromise(form: Locator, text: string): Promise<void> {
  const entry = await newEntry(form, 'What have you and the partner promised')
  await entry.getByRole('radio', { name: 'Us' }).check()
  await entry.getByLabel('What was promised?').fill(text)
  await entry.getByLabel('By when?').fill(known.day)
  await entry.getByLabel('If it was kept: when?').fill(known.day)
  await entry.getByRole('button', { name: 'Done' }).click()
  await form.getByText(text).first().waitFor()
}
