import type { Words } from './words.ts'

export interface Said {
  readonly title: string
  readonly advice: string
}

type Reason = 'gone' | 'tooMuch' | 'formsOnly' | 'busy' | 'away' | 'ours'

/** What is said instead of a page, and beside a form that could not be taken. */
interface RefusedWords {
  readonly said: Readonly<Record<Reason, Said>>
  readonly kept: string
  readonly again: string
}

const reasons: Readonly<Record<number, Reason>> = {
  401: 'gone',
  403: 'gone',
  404: 'gone',
  413: 'tooMuch',
  415: 'formsOnly',
  422: 'gone',
  429: 'busy',
  503: 'away',
}

export function reasonFor(status: number): Reason {
  return reasons[status] ?? 'ours'
}

export const refusedWords: Readonly<Record<Words['language'], RefusedWords>> = {
  en: {
    said: {
      gone: {
        title: 'This address leads nowhere',
        advice:
          'It may be over: a form is kept for a while and then removed. Or a part of the address got lost on the way. Begin again on the site that you came from.',
      },
      tooMuch: { title: 'That is too much at once', advice: 'Go back, and shorten your notes on this page.' },
      formsOnly: { title: 'This address takes forms', advice: 'Go back, and use the button on the page.' },
      busy: {
        title: 'One moment, please',
        advice: 'Too many pages were asked for at once. Wait a minute and try again.',
      },
      away: { title: 'Not available just now', advice: 'Nothing was lost. Try again in a minute.' },
      ours: { title: 'Something went wrong here', advice: 'Nothing was lost. Go back and try again.' },
    },
    kept: 'What you chose and wrote has not been taken yet. It stands behind this button until then.',
    again: 'Send it again',
  },
  de: {
    said: {
      gone: {
        title: 'Diese Adresse führt ins Leere',
        advice:
          'Vielleicht ist sie abgelaufen: Ein Formular wird eine Weile aufbewahrt und dann gelöscht. Oder ein Teil der Adresse ging unterwegs verloren. Beginnen Sie neu auf der Website, von der Sie kamen.',
      },
      tooMuch: {
        title: 'Das ist zu viel auf einmal',
        advice: 'Gehen Sie zurück, und kürzen Sie Ihre Notizen auf dieser Seite.',
      },
      formsOnly: {
        title: 'Diese Adresse nimmt Formulare an',
        advice: 'Gehen Sie zurück, und benutzen Sie die Schaltfläche auf der Seite.',
      },
      busy: {
        title: 'Einen Augenblick, bitte',
        advice:
          'Es wurden zu viele Seiten auf einmal abgerufen. Warten Sie eine Minute, und versuchen Sie es noch einmal.',
      },
      away: {
        title: 'Gerade nicht erreichbar',
        advice: 'Nichts ist verloren. Versuchen Sie es in einer Minute noch einmal.',
      },
      ours: {
        title: 'Hier ist etwas schiefgegangen',
        advice: 'Nichts ist verloren. Gehen Sie zurück, und versuchen Sie es noch einmal.',
      },
    },
    kept: 'Was Sie gewählt und geschrieben haben, ist noch nicht angenommen. Bis dahin steht es hinter dieser Schaltfläche.',
    again: 'Noch einmal senden',
  },
  ar: {
    said: {
      gone: {
        title: 'هذا العنوان لا يؤدي إلى شيء',
        advice:
          'ربما انتهى: يُحفظ النموذج مدة ثم يُحذف. أو ضاع جزء من العنوان في الطريق. ابدأ من جديد في الموقع الذي أتيت منه.',
      },
      tooMuch: { title: 'هذا كثير دفعة واحدة', advice: 'ارجع واختصر ملاحظاتك في هذه الصفحة.' },
      formsOnly: { title: 'هذا العنوان يقبل النماذج', advice: 'ارجع واستخدم الزر الذي في الصفحة.' },
      busy: { title: 'لحظة من فضلك', advice: 'طُلبت صفحات كثيرة في وقت واحد. انتظر دقيقة ثم حاول مرة أخرى.' },
      away: { title: 'غير متاح الآن', advice: 'لم يضع شيء. حاول مرة أخرى بعد دقيقة.' },
      ours: { title: 'حدث خطأ هنا', advice: 'لم يضع شيء. ارجع وحاول مرة أخرى.' },
    },
    kept: 'لم يُقبل بعد ما اخترته وكتبته، وهو محفوظ خلف هذا الزر إلى ذلك الحين.',
    again: 'إرسال مرة أخرى',
  },
}
