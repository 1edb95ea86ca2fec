import { html, nothing } from 'lit'
import { isData } from '../session/data.ts'
import { fieldSet } from './field.ts'
import { fieldTypeOf } from './field-type.ts'
import type { Asked, Input, InputContext, SetValue } from './input.ts'
import { itemForm } from './item-form.ts'
import { isTickList, tickList } from './tick-list.ts'
import { wholeList } from './texts-input.ts'

type Item = Readonly<Record<string, unknown>>

/** A list of things: each a line that opens into a small form. */
export const recordsInput: Input = (asked, at) => {
  const { value, set, context } = at
  const items = Array.isArray(value) ? value.filter(isData) : []
  if (isTickList(asked, context.facts)) return tickList(asked, { items, set, context })
  const shown = items.flatMap((item, index) => (fits(item, asked) ? [{ item, index }] : []))
  const open = context.desk.open.get(asked.id)
  return fieldSet(
    asked,
    html`<ol class="items" part="items">
        ${shown.map(({ item, index }) =>
          index === open
            ? html`<li class="item open">${editor(asked, { items, index, set, context })}</li>`
            : html`<li class="item">${line(asked, { item, index, items, set, context })}</li>`,
        )}
      </ol>
      ${buttons(asked, { items, set, context })} ${wholeList(asked, { count: items.length, set, context })}`,
  )
}

interface Editing {
  readonly items: readonly Item[]
  readonly set: SetValue
  readonly context: InputContext
}

function buttons(asked: Asked, { items, set, context }: Editing): unknown {
  const { words, desk } = context
  const removed = desk.removed.get(asked.id)
  const add = () => {
    desk.removed.delete(asked.id)
    desk.open.set(asked.id, items.length)
    set([...items, { ...asked.preset }])
    desk.redraw(`${asked.id}-${items.length}-first`)
  }
  const undo = () => {
    desk.removed.delete(asked.id)
    if (removed !== undefined) set(items.toSpliced(removed.index, 0, removed.item as Item))
    desk.redraw(`${asked.id}-add`)
  }
  return html`<div class="buttons">
    <button type="button" id="${asked.id}-add" @click=${add}>
      <span aria-hidden="true">+</span> ${items.length === 0 ? words.add : words.addAnother}
    </button>
    ${
      removed === undefined
        ? nothing
        : html`<span role="status">${words.removed}</span>
            <button type="button" class="plain" @click=${undo}>${words.undo}</button>`
    }
  </div>`
}

function line(asked: Asked, at: Editing & { item: Item; index: number }): unknown {
  const { item, index, context } = at
  const { words, desk } = context
  const { name, others } = summaryOf(asked, item, context)
  const edit = () => {
    desk.open.set(asked.id, index)
    desk.redraw(`${asked.id}-${index}-first`)
  }
  return html`<div class="item-text">
      <p class="strong">${name}</p>
      ${others.length === 0 ? nothing : html`<p class="quiet small">${others.join(' · ')}</p>`}
    </div>
    <div class="buttons">
      <button type="button" class="plain" @click=${edit}>
        ${words.edit}<span class="visually-hidden">: ${name}</span>
      </button>
      <button type="button" class="plain" @click=${() => remove(asked, at)}>
        ${words.remove}<span class="visually-hidden">: ${name}</span>
      </button>
    </div>`
}

function editor(asked: Asked, { items, index, set, context }: Editing & { index: number }): unknown {
  const { words, desk } = context
  const close = () => {
    desk.open.delete(asked.id)
    // an item that was opened and left empty is no item
    if (isBare(items[index]!, asked)) setItems(asked, { items: items.toSpliced(index, 1), set, context })
    desk.redraw(`${asked.id}-add`)
  }
  return html`${itemForm(asked, {
      item: items[index]!,
      id: `${asked.id}-${index}`,
      set: (item) => set(items.with(index, item)),
      context,
    })}
    <div class="buttons">
      <button type="button" class="primary" @click=${close}>${words.done}</button>
      <button type="button" class="plain" @click=${() => remove(asked, { items, index, set, context })}>
        ${words.remove}
      </button>
    </div>`
}

function remove(asked: Asked, { items, index, set, context }: Editing & { index: number }): void {
  const { desk } = context
  desk.open.delete(asked.id)
  desk.removed.set(asked.id, { index, item: items[index] })
  setItems(asked, { items: items.toSpliced(index, 1), set, context })
  desk.redraw(`${asked.id}-add`)
}

/** An emptied list is unknown again, unless somebody has said that there are none. */
function setItems(_asked: Asked, { items, set, context }: Editing): void {
  set(items.length === 0 && !context.isWhole ? undefined : items)
}

/** The words an item is known by, and a few facts about it. */
function summaryOf({ fields = [], fact }: Asked, item: Item, context: InputContext) {
  const words = fields.flatMap(({ field, choices }) => {
    const value = item[field]
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return []
    const type = fieldTypeOf(`${fact}.${field}`, { hasChoices: choices !== undefined, facts: context.facts })
    const label = choices?.find((choice) => choice.value === value)?.label
    if (type === 'yesNo') return []
    return [{ type, text: label ?? (type === 'date' ? context.format.day(String(value)) : String(value)) }]
  })
  const name = words.find(({ type }) => type === 'text') ?? words[0]
  const others = words.filter((word) => word !== name).slice(0, 3)
  return { name: name?.text ?? context.words.untitled, others: others.map(({ text }) => text) }
}

function fits(item: Item, { preset = {} }: Asked): boolean {
  return Object.entries(preset).every(([field, value]) => item[field] === value)
}

function isBare(item: Item, { preset = {} }: Asked): boolean {
  return Object.keys(item).every((field) => Object.hasOwn(preset, field))
}
