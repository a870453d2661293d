import { LOCALES, type Locale } from '../../locale'
import { plainText } from '../markup'
import type { QuestionKey } from '../question'
import { type CoursesCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { keysOf } from './questions'
import type { CourseSource } from './source'

/** A guess among four options has a chance of one in four. Over all banks, a trick may earn no more than this. */
export const MOST_BY_TRICK = 0.27
const OPTIONS = 4

type Single = Extract<QuestionKey, { kind: 'single' }>
/** The options that a person who knows no law keeps, by the form of their words alone. */
type Trick = (options: readonly string[], locale: Locale) => readonly boolean[]

/** Matches any of these words; one that ends in * may continue. Arabic joins particles and the article to the word. */
function anyOf(...words: readonly string[]): RegExp {
  const ends = words.map((word) => (word.endsWith('*') ? word.slice(0, -1) : `${word}(?!\\p{L})`))
  return new RegExp(`(?<!\\p{L})(?:[وفبل]{1,2}(?:ال)?|ال)?(?:${ends.join('|')})`, 'iu')
}

/** The option gives a reason, which a wrong option needs to be credible. */
const REASON: Readonly<Record<Locale, RegExp>> = {
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
const PROTECTS: Readonly<Record<Locale, RegExp>> = {
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
const CONDITION: Readonly<Record<Locale, RegExp>> = {
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

export const TRICKS: Readonly<Record<string, Trick>> = {
  'leaving out the longest option and those that give a reason': (options, locale) => {
    const longest = Math.max(...options.map((option) => option.length))
    return options.map((option) => option.length < longest && !REASON[locale].test(option))
  },
  'taking the option that protects and sets no condition': (options, locale) =>
    options.map((option) => PROTECTS[locale].test(option) && !CONDITION[locale].test(option)),
}

/** The chance that a guess among the kept options is right, or among all of them if the trick excludes none. */
function chance({ options, correct }: Single, trick: Trick, locale: Locale): number {
  const kept = trick(
    options.map(({ text }) => plainText(text[locale])),
    locale,
  )
  const left = options.filter((_, at) => kept[at])
  const among = left.length > 0 ? left : options
  return among.some(({ id }) => id === correct[0]) ? 1 / among.length : 0
}

/** What a trick earns in each question, over all single-choice questions with four options. */
export function earnedBy(trick: Trick, locale: Locale, courses: readonly Pick<CourseSource, 'bank' | 'second'>[]) {
  const singles = courses.flatMap(({ bank, second }) =>
    keysOf([...bank, ...second]).flatMap((key) => (key.kind === 'single' && key.options.length === OPTIONS ? key : [])),
  )
  return singles.map((key) => ({ id: key.id, chance: chance(key, trick, locale) }))
}

/**
 * No trick with the words of the options may beat chance, in any language. A finding names the most helpful questions.
 */
export const testWiseness: CoursesCheck = (courses) =>
  Object.entries(TRICKS).flatMap(([name, trick]) =>
    LOCALES.flatMap((locale) => {
      const earned = earnedBy(trick, locale, courses)
      const share = earned.reduce((sum, question) => sum + question.chance, 0) / earned.length
      if (earned.length === 0 || share <= MOST_BY_TRICK) return []
      const told = `in ${LANGUAGE_NAME[locale]}, ${name} finds ${percent(share)} of the right answers in the banks (at most ${percent(MOST_BY_TRICK)})`
      return courses.flatMap((course) => {
        const helping = earnedBy(trick, locale, [course]).filter((question) => question.chance > 1 / OPTIONS)
        const ids = helping.toSorted((a, b) => b.chance - a.chance).map(({ id }) => id)
        const place = { path: course.bank[0]?.path ?? '', line: 1 }
        return ids.length > 0 ? [error(place, `${told}: reword the options of some of ${ids.join(', ')}`)] : []
      })
    }),
  )

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
