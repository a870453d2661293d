import type { Locale } from '@/domain/locale'

/** The error page runs in the browser, where the catalogs would weigh too much: its few sentences stand here. */
export const ERROR_PAGE: Record<Locale, { title: string; text: string; reference: string; retry: string }> = {
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
