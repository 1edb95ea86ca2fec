import type { PartnerWords } from './words.ts'

export const en: PartnerWords = {
  language: 'en',
  locale: 'en-GB',
  name: 'English',
  languages: 'Languages',
  you: 'you',
  yourSide: 'You',
  yes: 'yes',
  no: 'no',
  page: {
    for: (to) => `For ${to}`,
    minutes: 'About three minutes',
    title: (from) => `${from} asks for your view`,
    lead: (from) => `${from} looks at how well you work together, and that takes both sides.`,
    asks: (list) => `It asks: ${list}.`,
    nothing: 'nothing for now',
    parts: {
      facts: 'whether a few facts are so',
      pulse: 'four questions on trust',
      statements: 'if you have five minutes more, how you see a few statements',
      ratings: 'what you saw one person do',
      plan: 'whether you agree with the plan',
    },
    free: 'You need no account, and you may leave out what you like.',
    lookAgain: 'Please look again',
    next: 'What happens next',
    nextLead: (from) =>
      `${from} sees what you confirm, what you say is not quite so and, where you are asked, what you saw of one person. It sees nothing else of you: this page sets no cookies and needs no scripts.`,
    keep: 'Your own copy',
    keepLead: 'Keep what you see here, and what you said:',
    keepPage: 'as a page to read',
    keepPlan: 'the plan for Word',
    keepData: 'all of it as data',
    keepUse: 'With the data you can begin a view of your own, as a member of an association that uses this service.',
    ends: (from, day) =>
      `This link is for you: whoever has it can answer in your place. It works until ${day}, or until ${from} takes it back.`,
  },
  facts: {
    title: 'Is this so?',
    lead: (from) =>
      `This is what ${from} has written down about the two of you. What you confirm counts as seen by both.`,
    confirmed: 'You confirmed this',
    said: 'You said:',
    so: 'Yes, that is so',
    notQuite: 'Not quite',
    what: 'What is not quite so?',
    more: 'There is more. Open what you know about, and leave the rest.',
    send: 'Send these answers',
  },
  pulse: {
    title: 'Four questions on trust',
    lead: (from) =>
      `${from} answers the same questions about you. Both stay sealed until both are in, and then open at once. As one person answers for your side, ${from} will know who it was: answer only if that is all right with you.`,
    statements: {
      reliability: (from) => `${from} does what it said it would do.`,
      openness: (from) => `${from} tells us early when something goes wrong.`,
      fairness: () => 'The deal feels fair to us.',
      capability: (from) => `${from} is able to do what we need.`,
    },
    short: {
      reliability: 'Does what was said',
      openness: 'Tells early',
      fairness: 'The deal is fair',
      capability: 'Is able',
    },
    scale: '1: not at all, 5: fully',
    send: 'Seal my four answers',
    again: 'Answer again, for a new round',
    sealed: 'Your answers are sealed.',
    sealedLead: (from, day) =>
      `Nobody can read them, not even ${from}, until ${from} has answered the same questions about you. Then both open at once, here on this page. If that has not happened by ${day}, they are thrown away.`,
    opened: (day) => `Both sides have answered; you did on ${day}. This is what both said.`,
    question: 'Question',
    talk: 'talk about this',
    first: 'talk first about this',
    advice:
      'Where you are a point or more apart it is worth a talk: not who is right, but what each of you saw. Agree on one thing to do on each side, and on a day to look again.',
    agreed: (ours, theirs, day) => `Agreed: ${ours} and ${theirs} act on it; you both look again on ${day}.`,
  },
  statements: {
    title: 'If you have five minutes more',
    lead: (from) =>
      `${from} has said of a few statements whether they are so. Say how you see them: where the two of you differ is where a talk pays most.`,
    open: 'Look at the statements',
    opened: 'See where you differ',
    page: (from) => `How you see what ${from} says`,
    we: (from) =>
      `In each statement, “we” is ${from}, and “the partner” is you. Leave out what you cannot tell. Answers stay sealed until both sides are in.`,
    named: (from) =>
      `As one person answers for your side, ${from} will know who it was: answer only if that is all right with you.`,
    notSure: 'Not sure',
    answers: { yes: 'Yes', partly: 'Partly', no: 'No' },
    send: 'Seal my answers',
    back: 'Back to all that is asked',
    principle: 'Subject',
    theyHigher: (from) => `${from} sees more here than you do.`,
    youHigher: (from) => `You see more here than ${from} does: a strength it may not know of.`,
    compared: (count) => (count === 1 ? 'from one statement' : `from ${count} statements`),
    noAction: 'Nothing is agreed yet: name one person on each side and a day to look again.',
  },
  ratings: {
    title: (person) => `What did you see ${person} do?`,
    lead: (from) =>
      `Think of what you saw in the last six months, not of what somebody is like. Your answers go to ${from} at once and are not shown to its other partners. As you answer in person, ${from} knows who it was: answer only if you do not mind.`,
    notSeen: 'Not seen',
    send: 'Send what I saw',
    sent: (day) => `You said on ${day} what you saw. Thank you.`,
  },
  plan: {
    title: 'The plan you share',
    read: 'Read the plan',
    approved: (day) => `You approved this plan on ${day}`,
    changed: (day) => `The plan has changed since it was approved on ${day}.`,
    approve: 'I approve this plan',
    comment: 'Something to add or to change?',
    send: 'Send this comment',
  },
  faults: {
    note: (title) => `${title}: say in a few words what is not quite so.`,
    long: (title, length, most) => `${title}: your words have ${length} characters; at most ${most} fit.`,
    pulse: 'Please answer all four questions: choose a number from 1 to 5 for each.',
    statements: 'Please answer at least one statement.',
    ratings: 'Please choose an answer to at least one of the questions on what you saw.',
    changed:
      'Something on this page was changed while you were reading. It is shown as it is now: please look again, then answer.',
    plan: 'The plan',
    already: 'Your side has answered this round; both answers open when the other side is in.',
  },
  gone: {
    title: 'This link leads nowhere',
    advice:
      'It may be over, or taken back, or a part of the address got lost on the way. Ask whoever sent it to you for a new one.',
  },
  invite: {
    title: (to) => `A link for ${to}`,
    lead: (to) => `Give it to nobody else: whoever has it can answer in the place of ${to}.`,
    copy: 'Copy',
    photograph: 'Photograph',
    code: 'The same address as a code for a camera',
    send: 'Send',
    write: 'Write a mail',
    subject: (from) => `${from}: three minutes for our work together`,
    mail: (from, address) =>
      `${from} asks for your view of how we work together. It takes about three minutes, without an account:\n\n${address}\n`,
  },
}
