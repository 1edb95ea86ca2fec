import { ltr, mix, type Text } from '../document/text.ts'
import { arabicCourse, arabicGaps } from './ar-views.ts'
import { effortIn } from './effort.ts'
import type { ReportWords, Way } from './en.ts'
import { percentWords, rangeIn, scoreWords } from './numbers.ts'
import { arReasons, arShared, countedInArabic, createExplain } from './shared/index.ts'

const { common, results, statements } = arShared
const months = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ')

const same = (text: string) => text
const percent = (share: number) => percentWords(share).replace(' ', '')
const counted = (count: number) => statements(`${count}`, count)
const steps = (count: number) =>
  countedInArabic(`${count}`, count, { one: 'خطوة واحدة', two: 'خطوتان', few: 'خطوات', many: 'خطوة' })

/** A report in Arabic; ranges are said with a word, as a dash between figures turns around in a line from right to left. */
export const arabic: ReportWords = {
  language: 'ar',
  explain: createExplain('ar', arReasons),
  figures: {
    score: scoreWords,
    range: rangeIn(scoreWords, 'إلى'),
    percent,
    percentRange: rangeIn(percent, 'إلى'),
    day: (day) => {
      const [year, month, date] = day.split('-').map(Number)
      const name = months[(month ?? 0) - 1]
      return name === undefined ? day : `${date} ${name} ${year}`
    },
    effort: effortIn(common, same),
    statements: counted,
    signed: ltr,
  },
  frame: {
    kind: 'تقرير عن علاقة',
    tag: common.selfAssessed,
    and: 'و',
    asOf: 'بتاريخ',
    skip: 'انتقل إلى النتيجة',
    notice: 'هذه إجابات طرف واحد، وليست تدقيقًا.',
    target: 'الهدف',
    targetMarked: 'الهدف معلَّم.',
  },
  titles: {
    headline: 'أين تقف',
    principles: results.profile,
    weakest: results.weakest,
    'next-steps': results.plan,
    path: 'أقصر طريق إلى الأعلى',
    timeline: 'كيف سار الأمر',
    'both-views': 'كيف يراه الطرفان',
    unknown: results.open,
    notices: results.notices,
    sectors: 'قطاعك',
    lenses: 'من زوايا أخرى',
    clauses: 'بندًا بعد بند',
    details: 'كيف جاءت النتيجة',
    provenance: 'من أين جاء هذا',
  },
  outcomes: results,
  headline: {
    noLevel: 'لا مستوى بعد',
    level: (level) => common.level(`${level}`, ''),
    tooLittle: common.levelTooSoon,
    nothing: 'لا يوجد هنا ما يُقيَّم.',
    score: (from, top) => `النقاط: ${from} من ${top}`,
    scope: (title, from) => mix`من كل ما يسأل عنه «${title}» تحقق ${from}`,
    upTo: (before, to, condition) => mix`${before}، وحتى ${to} ${condition}.`,
    unknownAndOneSided: 'إذا تبيّن أن كل ما هو مفتوح جيد وأكّده الشريك',
    oneSided: 'حين يؤكد الشريك ما سُجّل',
    unknown: 'إذا تبيّن أن كل ما هو مفتوح جيد',
    reached: (share) => `تحقق ${share}`,
    toTarget: results.toTarget,
    noTarget: 'لا هدف',
    noTargetNote: 'لم يُسجَّل بعد مدى أهمية العلاقة',
    targetNote: (level, name) => mix`المستوى ${`${level}`}${named(name)} يستحق الوصول إليه`,
    known: common.known,
    knownNote: results.knownHint,
    confidence: results.confidence,
    noConfidence: 'لا شيء بعد',
    noConfidenceNote: 'لم يتحقق شيء بعد',
    confidenceNote: results.confidenceHint,
    partnersWord: 'كلمة الشريك',
    confirmations: {
      none: { value: 'لا شيء بعد', note: 'لم يؤكد الشريك شيئًا' },
      claimed: { value: 'مذكور', note: 'تقول إن الشريك أكّد' },
      witnessed: { value: 'مشهود', note: 'أكّد الشريك بنفسه' },
    },
  },
  standing: {
    leftOut: 'متروك جانبًا',
    doesNotApply: 'لا ينطبق',
    notKnownYet: 'غير معروف بعد',
    level: (level) => common.level(`${level}`, ''),
    levelNamed: (words) => mix`المستوى ${words}`,
    inPlace: (share) => `تحقق ${share}`,
    notApplyingNow: 'لا ينطبق الآن',
    known: (share) => `معروف ${share}`,
    appliesUnknown: 'لا يُعرف إن كان ينطبق',
    heldBackBy: (reasons) => mix`${results.heldBack}: ${reasons}`,
    lookedAt: 'ما نُظر فيه',
    warning:
      'افتح مبدأً لترى ما الذي قُيّم ولماذا؛ وما هو مفتوح يُطبع أيضًا. قد تظهر هنا معلومات تحتفظ بها لنفسك؛ اقرأها قبل أن تمرر التقرير إلى غيرك.',
  },
  tables: {
    number: 'رقم',
    principle: common.principle,
    clause: 'البند',
    part: 'الجزء',
    range: common.range,
    score: common.score,
    level: 'المستوى',
    known: common.known,
    inPlace: results.met,
    heldBackBy: results.heldBack,
    levels: 'نقاط كل مبدأ ومستواه',
    shares: 'كم تحقق من كل مبدأ',
    parts: 'كم تحقق من كل جزء',
    legend: results.profileHint,
  },
  steps: {
    scoreAfter: (after, gain) => `النقاط بعدها ${after} (${gain})`,
    gain: (points) =>
      points > 0 && points < 0.005 ? 'زيادة أقل من 0.01' : `زيادة ${(Math.round(points * 100) / 100).toFixed(2)}`,
    reachedAfter: (share) => `يتحقق بعدها ${share}`,
    fromTo: (title, from, to) => mix`${title}: من ${from} إلى ${to}`,
    confirm: 'اطلب من الشريك أن يؤكد ما سجّلته.',
    inOrder: 'الخطوات بالترتيب',
    way: (way) => mix`إلى ${wayWords(way)}`,
    wayInAll: (way) => mix`إلى ${wayWords(way)} من العمل إجمالًا.`,
  },
  unknown: {
    summary: (open, all) =>
      `لا يمكن بعد تقييم ${open} من ${counted(all)}.${open === all ? '' : ' أكثر ما يفيد هو معرفة المزيد هنا:'}`,
    ofStatements: (open, all) => `${open} من ${counted(all)} غير معروف`,
    missing: (facts, more) => mix`ينقص: ${facts}.${more > 0 ? ` و${more} غيرها.` : ''}`,
  },
  notices: {
    mismatch: (made, shown) => mix`جاءت النتيجة من ${ltr(made)}، والنصوص المعروضة من ${ltr(shown)}.`,
    assessAgain: 'أعد التقييم ليتفق الاثنان.',
    ruleFailed: (statement) => mix`فشلت قاعدة: ${statement}`,
  },
  gaps: arabicGaps,
  course: arabicCourse,
  origin: {
    ruleSet: 'مجموعة القواعد',
    builtOn: 'مبنية على',
    method: 'الطريقة',
    asOf: 'بتاريخ',
    scope: 'النطاق',
    record: 'السجل',
    engine: 'المحرك',
  },
}

function wayWords({ level, name, steps: count, effort }: Way): Text {
  return mix`المستوى ${`${level}`}${named(name)}: ${steps(count)}، ${effort}`
}

function named(name: Text): Text {
  return name === '' ? '' : mix` (${name})`
}
