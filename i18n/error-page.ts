import type { Locale } from '@/domain/locale'
import { typeset } from './typography'

type Texts = { title: string; text: string; reference: string; retry: string }

/** The error page runs in the browser, where the catalogs would weigh too much: its few sentences stand here. */
const ERROR_PAGE: Record<Locale, Texts> = {
  ar: {
    title: 'حدث خلل',
    text: 'حدث خلل من جانبنا. أجوبتكم محفوظة. المرجو إعادة المحاولة.',
    reference: 'المرجع:',
    retry: 'إعادة المحاولة',
  },
  fr: {
    title: 'Une erreur est survenue',
    text: 'Une erreur est survenue de notre côté. Vos réponses sont conservées. Réessayez.',
    reference: 'Référence :',
    retry: 'Réessayer',
  },
  en: {
    title: 'Something failed',
    text: 'Something failed on our side. Your answers are kept. Try again.',
    reference: 'Reference:',
    retry: 'Try again',
  },
}

/** @param locale what stands in the address; Arabic for anything that is no language. */
export function errorPageTexts(locale: string): Texts {
  const known = Object.hasOwn(ERROR_PAGE, locale) ? (locale as Locale) : 'ar'
  const { title, text, reference, retry } = ERROR_PAGE[known]
  const set = (words: string) => typeset(words, known)
  return { title: set(title), text: set(text), reference: set(reference), retry: set(retry) }
}
