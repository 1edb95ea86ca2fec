/** Arabic counts in six ways; the number itself is left out for one and two. */
export function countedInArabic(
  count: string,
  n: number,
  words: { readonly one: string; readonly two: string; readonly few: string; readonly many: string },
): string {
  if (n === 1) return words.one
  if (n === 2) return words.two
  return `${count} ${n % 100 >= 3 && n % 100 <= 10 ? words.few : words.many}`
}

/** What reports and elements both say in Arabic. */
export const arShared = {
  common: {
    selfAssessed: 'تقييم ذاتي',
    principle: 'المبدأ',
    score: 'النقاط',
    range: 'المدى',
    level: (level: string, name: string) => (name === '' ? `المستوى ${level}` : `المستوى ${level}: ${name}`),
    levelTooSoon: 'من المبكر تحديد مستوى',
    known: 'معروف',
    minutes: (count: string) => `${count} د`,
    hours: (count: string) => `${count} س`,
    days: (count: string, n: number) =>
      countedInArabic(count, n, { one: 'يوم واحد', two: 'يومان', few: 'أيام', many: 'يومًا' }),
  },
  statements: (count: string, n: number) =>
    countedInArabic(count, n, { one: 'عبارة واحدة', two: 'عبارتان', few: 'عبارات', many: 'عبارة' }),
  results: {
    confidence: 'الثقة',
    confidenceHint: 'مدى استنادها إلى أدلة',
    knownHint: 'مما يُسأل عنه',
    toTarget: 'نحو الهدف',
    toTargetHint: (level: string) => `المستوى ${level} يستحق الوصول إليه`,
    profile: 'مبدأ بعد مبدأ',
    profileHint: 'الممتلئ: ما يظهر اليوم. المخطط: ما يمكن أن يكون.',
    weakest: 'الأضعف: ثلاثة مبادئ',
    heldBack: 'ما الذي يعيقها',
    plan: 'ما العمل بعد ذلك',
    open: 'لا يزال مفتوحًا',
    met: 'متحقق',
    partly: 'جزئيًا',
    unmet: 'ناقص',
    unknown: 'غير معروف',
    notDue: 'لم يحن بعد',
    notApplicable: 'لا ينطبق',
    error: 'فشلت القاعدة',
    notices: 'من المفيد معرفته',
  },
}
