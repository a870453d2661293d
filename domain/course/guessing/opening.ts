import type { Locale } from '../../locale'

/** The grammatical forms of an option's opening; the first match counts. An odd form can give the answer away. */
const OPENINGS: Readonly<Record<Locale, Readonly<Record<string, RegExp>>>> = {
  ar: {
    answer: /^(?:نعم|بلى|لا|كلا)(?!\p{L})/u,
    clause: /^(?:أن|أنه|أنها|بأن|إن|إنه|إنها)(?!\p{L})/u,
    condition: /^(?:إذا|متى|حين|عندما|بعد|قبل)(?!\p{L})/u,
    article: /^ال\p{L}/u,
    verb: /^[يت]\p{L}{2}/u,
  },
  fr: {
    answer: /^(?:oui|non|si)(?!\p{L})/iu,
    clause: /^(?:que(?!\p{L})|qu’|de ce que)/iu,
    condition: /^(?:lorsqu|quand|dès|après|avant|tant qu)/iu,
    pronoun: /^(?:il|elle|ils|elles|on|ce|cela)(?!\p{L})/iu,
    article: /^(?:(?:le|la|les|un|une|des|du|cet|cette|ces|son|sa|ses|leur|leurs)(?!\p{L})|l’|c’est l)/iu,
    verb: /^(?:l’|les? |la |s’|se |en |y |ne pas )?\p{L}+(?:er|ir|re)(?!\p{L})/iu,
  },
  en: {
    answer: /^(?:yes|no|none)(?!\p{L})/iu,
    clause: /^that(?!\p{L})/iu,
    condition: /^(?:when|if|once|after|before|as soon as|until)(?!\p{L})/iu,
    pronoun: /^(?:it|he|she|they|this)(?!\p{L})/iu,
    article: /^(?:the|a|an|his|her|its|their)(?!\p{L})/iu,
    verb: /^to(?!\p{L})/iu,
  },
}

/** The grammatical form of an option's opening, followed by a full stop if the option ends as a sentence. */
export function opening(option: string, locale: Locale): string {
  const form = Object.entries(OPENINGS[locale]).find(([, pattern]) => pattern.test(option.trim()))?.[0] ?? 'other'
  return /[.!?؟]$/u.test(option.trim()) ? `${form}.` : form
}
