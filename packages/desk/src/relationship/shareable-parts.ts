/** Parts of a record that a link can show, in the order in which a partner reads them. What of them is shown, core decides. */
export const shareableParts: readonly { readonly field: string; readonly title: string; readonly isChosen: boolean }[] =
  [
    { field: 'org', title: 'Our firm: name, size, values', isChosen: false },
    { field: 'rel', title: 'The relationship: what we are to each other, since when', isChosen: true },
    { field: 'people', title: 'People on both sides', isChosen: true },
    { field: 'rmp', title: 'The plan: its owner, its dates', isChosen: true },
    { field: 'objectives', title: 'What we want to reach together', isChosen: true },
    { field: 'values', title: 'What we agreed to hold to', isChosen: true },
    { field: 'meetings', title: 'Meetings', isChosen: true },
    { field: 'commitments', title: 'Promises', isChosen: true },
    { field: 'actions', title: 'Things to do', isChosen: true },
    { field: 'decisions', title: 'Decisions', isChosen: true },
    { field: 'risks', title: 'Joint risks', isChosen: true },
    { field: 'agreements', title: 'Agreements', isChosen: false },
    { field: 'payments', title: 'How bills are paid', isChosen: false },
    { field: 'measures', title: 'What we measure', isChosen: false },
    { field: 'governance', title: 'Who decides what', isChosen: false },
    { field: 'knowledge', title: 'What we teach each other', isChosen: false },
    { field: 'exitJoint', title: 'How we would part', isChosen: false },
  ]
