/** A sound rule set with enough of everything to plant a fault in each place. */
export function smallRuleSet() {
  const clauses = Array.from({ length: 24 }, (_, index) => ({
    id: `work.c${index}`,
    title: `Part ${index}`,
    what: 'Do it well.',
    why: 'It pays off.',
    how: 'Start now.',
  }))
  return {
    formatVersion: 1,
    id: 'small',
    version: '1.0.0',
    title: 'Small',
    description: 'A small one.',
    language: 'en',
    provider: { name: 'Us' },
    licence: 'CC0-1.0',
    scale: { top: 2, levels: [level(0, 'None'), level(1, 'Some'), level(2, 'All')] },
    method: { name: 'gated-v1', parameters: { held: 0.8 } as Record<string, number> },
    answers: {
      scale: [
        { value: 'yes', share: 1, label: 'Yes' },
        { value: 'no', share: 0, label: 'No' },
      ],
    },
    facts: [
      { id: 'ext.small.colour', type: 'text', title: 'Colour' },
      { id: 'ext.small.size', type: 'number', title: 'Size' },
      { id: 'ext.small.spare', type: 'number', title: 'Spare' },
    ],
    conditions: { planned: { fact: 'rmp.owner', operator: 'given', value: true } } as Record<string, unknown>,
    reference: {
      principles: [{ id: 'work', title: 'Work', what: 'We work.', why: 'It pays.', how: 'Start.', clauses }],
    },
    practice: { indicators: clauses.flatMap(({ id }) => [indicator(id, 1), indicator(id, 2)]) },
    instrument: {
      questions: [
        question('owner', 'text', 'rmp.owner'),
        question('plan', 'date', 'rmp.createdAt'),
        question('risks', 'records', 'risks'),
        question('size', 'number', 'ext.small.size'),
        question('sharing', 'choices', 'sharing.covers'),
        question('trust', 'records', 'pulses'),
        question('colour', 'text', 'ext.small.colour'),
      ],
    },
    scopes: [
      { id: 'starter', title: 'Starter', indicators: ['work.c0/1'], questions: ['q.owner'] },
      { id: 'quick', title: 'Quick', indicators: ['work.c1/1'], questions: [] },
    ],
    lenses: [{ id: 'lens', title: 'Lens', elements: [{ id: 'lens.one', title: 'One', indicators: ['work.c2/1'] }] }],
    plan: {
      sections: [
        {
          id: 'plan.one',
          number: 1,
          title: 'One',
          prompt: 'Say it.',
          micro: true,
          parts: ['ext.small.colour', 'ext.small.size', 'risks', 'sharing', 'pulses', 'rmp.createdAt'].map((fact) => ({
            fact,
            view: 'shared',
          })),
        },
      ],
    },
  }
}

/** The same without anything that its author would want to know: each level asks for something of its own, and all is used. */
export function flawlessRuleSet(): SmallRuleSet {
  const rules = smallRuleSet()
  for (const indicator of rules.practice.indicators)
    if (indicator['level'] === 2)
      indicator['conditions'] = { all: [{ fact: 'sharing.covers', operator: 'contains', value: 'ip' }] }
  rules.practice.indicators[2]!['conditions'] = { condition: 'planned' }
  rules.plan.sections[0]!.parts.push({ fact: 'ext.small.spare', view: 'shared' })
  return rules
}

export type SmallRuleSet = ReturnType<typeof smallRuleSet>
export type SmallIndicator = Record<string, unknown>

function level(number: number, name: string) {
  return { level: number, name }
}

function indicator(clause: string, number: number): SmallIndicator {
  return {
    id: `${clause}/${number}`,
    clause,
    level: number,
    statement: `We do it (${clause}, ${number}).`,
    unmet: 'You do not.',
    next: 'Do it.',
    conditions: { all: [{ fact: 'rmp.owner', operator: 'given', value: true }] },
  }
}

function question(id: string, type: string, fact: string) {
  return { id: `q.${id}`, type, title: `Question ${id}?`, fact }
}
