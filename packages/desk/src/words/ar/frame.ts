import type { Words } from '../speak.ts'
import { isolated as name } from './isolated.ts'

export const frame: Pick<Words, 'frame' | 'service' | 'signIn' | 'home'> = {
  frame: {
    skip: 'إلى المحتوى',
    desk: 'المكتب',
    places: { '': 'العلاقات', 'bring-in': 'إدخال الملفات', portfolio: 'نظرة عامة' },
    signOut: 'تسجيل الخروج',
    wait: 'لحظة من فضلكم …',
    wrong: 'حدث خطأ ما.',
    language: 'اللغة',
    noName: 'شريك بلا اسم',
    thisRelationship: 'هذه العلاقة',
    questions: 'أين تقف',
    partner: 'رأي الشريك',
    plan: 'الخطة',
    review: 'المراجعة',
  },
  service: {
    answered: (status) => `أجابت الخدمة بالرمز ${name(status)}. حاولوا مرة أخرى بعد دقيقة.`,
    silent: 'الخدمة لا تجيب.',
    notAFirm: 'هذا المفتاح ليس لشركة عضو. اطلبوا من اتحادكم مفتاحًا لشركتكم.',
    lacks: (scopes) => `لا يسمح هذا المفتاح بكل ما تفعله هذه الصفحة. ينقصه: ${name(scopes)}.`,
    unknownKey: 'لا تعرف الخدمة هذا المفتاح. ربما انتهت مدته أو ضاع جزء منه في الطريق.',
    noKey: 'هذا ليس مفتاح شركة. يبدأ المفتاح بـ \u2068sk_live_\u2069 أو \u2068sk_test_\u2069 وفيه 79 حرفًا ورقمًا.',
  },
  signIn: {
    title: 'مكتبكم',
    lead: 'أدخلوا ما لديكم، وانظروا أي الشركاء يستحق الجهد، واعتنوا بكل منهم.',
    label: 'مفتاح شركتكم',
    hint: 'حصلتم عليه من اتحادكم أو صنعتموه بأنفسكم. يبقى في هذه النافذة.',
    button: 'تسجيل الدخول',
    welcome: (firm) => `أهلًا بكم، ${name(firm)}`,
    newKey: 'هذا مفتاح شركتكم. احفظوه حيث تحفظون كلمات المرور: لا يظهر إلا هذه المرة.',
    yourKey: 'مفتاحكم',
    whoever: 'من يملكه يستطيع في هذا المكتب ما تستطيعون. اتحادكم لا يملكه.',
    kept: 'حفظته، لنتابع',
  },
  home: {
    title: 'العلاقات',
    begin: 'ابدؤوا بما لديكم',
    beginLead:
      'قائمة مبيعاتكم أو مشترياتكم تقول من هم شركاؤكم، وتقويمكم يقول كم مرة تلتقون. أدخلوهما: تُقرأ على هذا الجهاز، ولا يُرسل شيء قبل أن تقولوا ذلك.',
    lead: (firm) => `ما تعتني به ${name(firm)}.`,
    bringIn: 'إدخال الملفات',
    portfolio: 'من يستحق الجهد؟',
    segments: { key: 'شريك رئيسي', important: 'شريك مهم', simple: 'تجارة بسيطة' },
    notJudged: 'لم يُقيَّم بعد',
    ofRevenue: (share) => `${name(share)} من إيراداتنا`,
    ofSpend: (share) => `${name(share)} من نفقاتنا`,
  },
}
