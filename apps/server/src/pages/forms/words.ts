import { ar, de, en, type Strings } from '@joinery/widgets/questionnaire'

/** What only the pages without scripts say; everything else is said in the words of the elements. */
interface OwnWords {
  readonly kept: (days: number) => string
  readonly address: string
  readonly addressHint: string
  readonly check: string
  readonly checkLead: string
  readonly change: string
  readonly answered: (done: number, of: number) => string
  readonly moreQuestions: string
  readonly goOn: string
  readonly tooLong: (most: number) => string
  readonly notOffered: string
  readonly fault: string
}

export interface Words extends OwnWords {
  readonly language: Language
  readonly asked: Strings['assessment']
  readonly inputs: Strings['inputs']
}

const languages = ['en', 'de', 'ar'] as const
type Language = (typeof languages)[number]

const own: Readonly<Record<Language, OwnWords>> = {
  en: {
    kept: (days) =>
      `Your answers are kept for ${days} days, under an address that only you have. Nobody else is shown them.`,
    address: 'Keep the address of this page to come back.',
    addressHint: 'Whoever has it can read and change what you wrote, so pass it on only to people you trust.',
    check: 'Look through your answers',
    checkLead: 'You can change anything before you see the result, and afterwards too.',
    change: 'Change',
    answered: (done, of) => `${done} of ${of} answered`,
    moreQuestions: 'Go deeper: all questions',
    goOn: 'Continue',
    tooLong: (most) => `Shorten this to ${most} letters.`,
    notOffered: 'Choose one of the answers that are offered.',
    fault: 'This does not fit here.',
  },
  de: {
    kept: (days) =>
      `Ihre Antworten bleiben ${days} Tage gespeichert, unter einer Adresse, die nur Sie haben. Niemand sonst bekommt sie zu sehen.`,
    address: 'Bewahren Sie die Adresse dieser Seite auf, um zurückzukommen.',
    addressHint:
      'Wer sie hat, kann lesen und ändern, was Sie geschrieben haben. Geben Sie sie nur Leuten, denen Sie vertrauen.',
    check: 'Sehen Sie Ihre Antworten durch',
    checkLead: 'Sie können alles ändern, bevor Sie das Ergebnis sehen, und auch danach.',
    change: 'Ändern',
    answered: (done, of) => `${done} von ${of} beantwortet`,
    moreQuestions: 'Genauer: alle Fragen',
    goOn: 'Weiter',
    tooLong: (most) => `Kürzen Sie das auf ${most} Buchstaben.`,
    notOffered: 'Wählen Sie eine der angebotenen Antworten.',
    fault: 'Das passt hier nicht.',
  },
  ar: {
    kept: (days) => `تُحفظ إجاباتك ${days} يومًا تحت عنوان لا يملكه غيرك، ولا تُعرض على أحد سواك.`,
    address: 'احتفظ بعنوان هذه الصفحة لتعود إليها.',
    addressHint: 'من يملك العنوان يستطيع قراءة ما كتبت وتغييره، فلا تعطه إلا لمن تثق به.',
    check: 'راجع إجاباتك',
    checkLead: 'يمكنك تغيير أي شيء قبل أن ترى النتيجة وبعدها.',
    change: 'تغيير',
    answered: (done, of) => `أُجيب عن ${done} من ${of}`,
    moreQuestions: 'بتعمق أكبر: كل الأسئلة',
    goOn: 'متابعة',
    tooLong: (most) => `اختصر هذا إلى ${most} حرفًا.`,
    notOffered: 'اختر إحدى الإجابات المعروضة.',
    fault: 'هذا لا يصلح هنا.',
  },
}

const strings: Readonly<Record<Language, Pick<Strings, 'assessment' | 'inputs'>>> = { en, de, ar }

/** The words of a language; of the first one that the browser asks for and we speak, unless the address says which. */
export function wordsFor(asked: string | undefined, accepted: string | undefined): Words {
  const wished = [asked ?? '', ...(accepted ?? '').split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase())
  const language = wished.map((tag) => languages.find((known) => known === tag)).find((known) => known !== undefined)
  return wordsOf(language ?? 'en')
}

function wordsOf(language: Language): Words {
  const { assessment: asked, inputs } = strings[language]
  return { ...own[language], language, asked, inputs }
}
