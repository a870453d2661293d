import 'server-only'
import { DEMO_DOMAIN } from '../db/demo'

/** Two invented learners: an Arabic-speaking judge and a French-speaking prosecutor. */
export const DEMO_PEOPLE = [
  {
    email: `judge${DEMO_DOMAIN}`,
    nameArabic: 'أمينة التجريبي',
    nameLatin: 'Amina Tajribi',
    function: 'judge',
    institution: 'المحكمة الابتدائية بفاس (حساب تجريبي)',
    locale: 'ar',
  },
  {
    email: `prosecutor${DEMO_DOMAIN}`,
    nameArabic: 'يوسف النموذجي',
    nameLatin: 'Youssef Namoudaji',
    function: 'prosecutor',
    institution: 'Tribunal de première instance de Rabat (compte de démonstration)',
    locale: 'fr',
  },
] as const
