import type { ReasonWords } from './create-explain.ts'

export const arReasons: ReasonWords = {
  quoted: (text) => `«${text}»`,
  answered: (label) => `الإجابة: ${label}.`,
  recordShowsAll: 'سجلاتك تُظهر ذلك كله.',
  notInPlace: 'هذا غير موجود بعد.',
  nobodyAnswered: 'لم يُجب أحد عن هذا بعد.',
  notKnown: 'غير معروف بعد:',
  nothingToJudge: 'لا يوجد هنا ما يُقيَّم بعد.',
  declaredNotApplicable: 'ذُكر أن هذا لا ينطبق.',
  ruleFailed: 'فشلت قاعدة، لذلك يُحسب هذا غير معروف.',
  oneSided: 'لم يؤكد الشريك أيًا من هذا بعد؛ طرف واحد لا يصل إلى أبعد من ذلك.',
  notKnownWhether: 'لا يُعرف بعد إن كان الأمر كذلك:',
  lowestClause: (title, level) => `${title}: عند المستوى ${level}، وهو الأدنى هنا.`,
  lowestPrinciple: (title, level) => `${title}: يُبقي الكل عند المستوى ${level}.`,
  littleKnown: 'لا يُعرف بعد ما يكفي لتحديد مستوى.',
  confirm: (title) => `اطلب من الشريك أن يؤكد ما سجّلته تحت «${title}».`,
  notices: {
    'answer-contradicts-record': 'الإجابة لا توافق سجلاتك؛ السجلات هي التي تُحسب.',
    'left-out': 'الإجابة لا توافق سجلاتك؛ ومع ذلك تُترك هذه العبارة جانبًا.',
    'answer-for-nothing': 'هذه الإجابة لا تخص أي عبارة، ولا تُحسب.',
    'not-applicable-refused': 'لا يمكن قبول «لا ينطبق» هنا؛ تُحسب العبارة «لست متأكدًا».',
    'stated-differs-from-derived': 'هذه المعلومة لا توافق غيرها؛ ومع ذلك تُحسب.',
    'two-answers': 'لهذا إجابتان؛ تُحسب واحدة منهما فقط.',
  },
}
