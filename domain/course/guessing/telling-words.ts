import type { Locale } from '../../locale'

/** Matches any of these words; `*` at the end allows any ending. Arabic particles and articles may be joined to it. */
export function anyOf(...words: readonly string[]): RegExp {
  const ends = words.map((word) => (word.endsWith('*') ? word.slice(0, -1) : `${word}(?!\\p{L})`))
  return new RegExp(`(?<!\\p{L})(?:[وفبل]{1,2}(?:ال)?|ال)?(?:${ends.join('|')})`, 'iu')
}

/** The option gives a reason, which a wrong option needs to be credible. */
export const REASON: Readonly<Record<Locale, RegExp>> = {
  ar: anyOf(
    ...[
      'لأن*',
      'لكون*',
      'إذ',
      'ما دام*',
      'بما أن*',
      'حيث إن*',
      'نظرا',
      'بالنظر',
      'بعلة',
      'بحكم',
      'بدعوى',
      'بسبب',
      'لعدم',
    ],
    ...['لغياب', 'لانتفاء'],
  ),
  fr: anyOf(
    ...['parce qu*', 'car', 'puisqu*', 'étant donné', 'vu qu*', 'dès lors qu*', 'du fait', 'en raison', 'au motif'],
    ...['faute d*', 'attendu qu*'],
  ),
  en: anyOf(
    ...['because', 'since', 'given that', 'for want of', 'owing to', 'on the ground*'],
    ...['as the', 'as it', 'as he', 'as she', 'as they', 'as a', 'as an', 'as no', 'as any', 'as this', 'as that'],
  ),
}

/** The option protects, acts at once, or acts whatever the obstacles. */
export const PROTECTS: Readonly<Record<Locale, RegExp>> = {
  ar: anyOf(
    ...['فورا', 'حالا', 'حين', 'استعجال', 'حماي*', 'سلام*', 'إيواء*', 'علاج', 'رعاية', 'دعم', 'مساعدة', 'تعرف'],
    ...['رغم', 'مهما', 'أيا كان*', 'بصرف النظر', 'أي وسيلة', 'قوة القانون'],
  ),
  fr: anyOf(
    ...['aussitôt', 'immédiat*', 'sans délai', 'sans attendre', 'sur-le-champ', 'd’urgence', 'protég*', 'protèg*'],
    ...[
      'protection*',
      'sécurité',
      'à l’abri',
      'héberge*',
      'soin*',
      'soutien',
      'secour*',
      'aide*',
      'identifi*',
      'malgré',
    ],
    ...['où que', 'quel que', 'quelle que', 'quels que', 'quelles que', 'quelque', 'de par la loi', 'de plein droit'],
  ),
  en: anyOf(
    ...[
      'at once',
      'immediate*',
      'without delay',
      'without waiting',
      'urgent*',
      'protect*',
      'safe',
      'safety',
      'shelter*',
    ],
    ...[
      'care',
      'support',
      'help*',
      'identif*',
      'despite',
      'regardless',
      'wherever',
      'whoever',
      'whatever',
      'whichever',
    ],
    'by operation of the law',
  ),
}

/** The option waits for something, or makes it a condition. */
export const CONDITION: Readonly<Record<Locale, RegExp>> = {
  ar: anyOf(
    ...[
      'إذا',
      'ما لم',
      'ما دام*',
      'متى',
      'شريطة',
      'بشرط',
      'إلى أن',
      'إلى حين',
      'إلى نهاية',
      'حتى',
      'بعد',
      'دون موافقة',
    ],
    ...['أولا', 'تنتظر', 'ينتظر', 'يُنتظر', 'انتظار', 'ترجئ', 'يرجئ', 'إرجاء', 'تأجيل', 'تأخير'],
  ),
  fr: anyOf(
    ...[
      'si',
      's’il',
      's’ils',
      'sauf',
      'à condition',
      'à moins',
      'sous réserve',
      'tant qu*',
      'jusqu*',
      'une fois',
      'après',
    ],
    ...[
      'lorsqu*',
      'quand',
      'dès qu*',
      'sans l’accord',
      'd’abord',
      'attend*',
      'diffère*',
      'différ*',
      'report*',
      'renvo*',
    ],
  ),
  en: anyOf(
    ...[
      'if',
      'unless',
      'provided',
      '(?<!at )once',
      'until',
      'so long as',
      'as long as',
      'after',
      'when',
      'first',
      'wait*',
    ],
    ...[
      'adjourn*',
      'postpon*',
      'put this off',
      'puts this off',
      'put it off',
      'puts it off',
      'without the parents’ consent',
    ],
  ),
}
