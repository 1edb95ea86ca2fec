import { ltr, mix } from '../document/text.ts'
import type { CourseWords, GapWords } from './en-views.ts'
import { arShared } from './shared/index.ts'

const { common, results } = arShared

export const arabicGaps: GapWords = {
  pulse: {
    reliability: 'يفي بما قيل',
    openness: 'يُخبر مبكرًا',
    fairness: 'الاتفاق عادل',
    capability: 'قادر',
    mean: 'الأربعة معًا',
  },
  nothing: 'لا يوجد بعد ما أجاب عنه الطرفان.',
  alike: 'يرى الطرفان ما أجابا عنه على نحو متقارب.',
  one: 'أنت شخص واحد: من يقرأ إجاباتك يعرف أنها لك.',
  fewOurs: 'أجاب عنك أقل من ثلاثة أشخاص، لذلك يمكن معرفة من قال ماذا.',
  fewTheirs: 'أجاب عن الشريك أقل من ثلاثة أشخاص، لذلك يمكنك معرفة من قال ماذا. تعامل معها على هذا الأساس.',
  weHigher: 'نقطة عمياء: نراه أفضل مما يراه الشريك',
  theyHigher: 'قوة خفية: يراه الشريك أفضل مما نراه',
  both: (ours, theirs) => `نحن ${ours}، الشريك ${theirs}`,
  first: 'تحدثا عن هذا أولًا',
  talk: 'تحدثا عن هذا',
  notAgreed: (source) =>
    mix`لم يُتفق على شيء بعد: سمّيا شخصًا من كل طرف ويومًا للنظر من جديد. في السجل: عمل لكل طرف، مصدره «${source}».`,
  agreed: (ours, theirs, day) => mix`متفق عليه: يتولاه ${ltr(ours)} و${ltr(theirs)}؛ وينظر الطرفان من جديد في ${day}.`,
  principles: 'كيف يرى الطرفان كل مبدأ، من 1 إلى 5',
  pulses: (ours, theirs) => `الاستطلاع القصير لدى الطرفين، من 1 إلى 5؛ لدينا في ${ours}، ولدى الشريك في ${theirs}`,
  principle: common.principle,
  from: 'من',
  question: 'السؤال',
  we: 'نحن',
  they: 'الشريك',
  gap: 'الفارق',
  what: 'ما هو',
  kinds: { 'blind-spot': 'نقطة عمياء', 'hidden-strength': 'قوة خفية' },
}

export const arabicCourse: CourseWords = {
  label: ({ from, since, to, until }) =>
    `مدى النقاط عبر الوقت. من ${from} في ${since} إلى ${to} في ${until}. والأرقام نفسها في الجدول أدناه.`,
  legend:
    'الخط: ما يظهر. الشريط: ما يمكن أن يكون. وتحته خطوة بعد خطوة: الممتلئ ما غيّرته أنت، والمخطط ما قدُم، والمحاط ما غيّرته القواعد.',
  moved: 'ما الذي حرّك النقاط، من تقييم إلى آخر',
  overTime: 'مبدأ بعد مبدأ، عبر الوقت كله',
  once: results.profile,
  asOf: 'بتاريخ',
  range: common.range,
  fromTo: 'من، إلى',
  principle: common.principle,
  you: 'أنت',
  time: 'الوقت',
  rules: 'القواعد',
  notKnown: 'غير معروف',
  way: (from, to) => `من ${from} إلى ${to}`,
}
