import 'server-only'
import { DEMO_DOMAIN } from '@/server/db/account/demo-people'

/** Invented people who can sign in. `note` is printed beside the password. */
export const DEMO_PEOPLE = [
  {
    email: `judge${DEMO_DOMAIN}`,
    note: 'judge, in a cohort of a school',
    nameArabic: 'أمينة التجريبي',
    nameLatin: 'Amina Tajribi',
    function: 'judge',
    institution: 'المحكمة الابتدائية بفاس (حساب تجريبي)',
    locale: 'ar',
  },
  {
    email: `prosecutor${DEMO_DOMAIN}`,
    note: 'prosecutor, by himself; holds a certificate, has questions to review, is in the middle of a simulation, and a school offers him a role',
    nameArabic: 'يوسف النموذجي',
    nameLatin: 'Youssef Namoudaji',
    function: 'prosecutor',
    institution: 'Tribunal de première instance de Rabat (compte de démonstration)',
    locale: 'fr',
  },
  {
    email: `school${DEMO_DOMAIN}`,
    note: 'administers a school; sets up a second factor at the first sign-in',
    nameArabic: 'سعاد الافتراضي',
    nameLatin: 'Souad Iftiradi',
    function: 'other',
    institution: 'مدرسة التكوين القضائي (حساب تجريبي)',
    locale: 'ar',
  },
  {
    email: `tutor${DEMO_DOMAIN}`,
    note: 'tutor of cohorts in a school',
    nameArabic: 'إدريس القياسي',
    nameLatin: 'Driss Qiyassi',
    function: 'judge',
    institution: 'École de formation judiciaire (compte de démonstration)',
    locale: 'fr',
  },
  {
    email: `commission${DEMO_DOMAIN}`,
    note: 'member of the commission',
    nameArabic: 'نادية التمثيلي',
    nameLatin: 'Nadia Tamthili',
    function: 'commission-member',
    institution: 'لجنة مكافحة الاتجار بالبشر (حساب تجريبي)',
    locale: 'ar',
  },
  {
    email: `platform${DEMO_DOMAIN}`,
    note: 'administers the platform; sets up a second factor at the first sign-in',
    nameArabic: 'كريم الوهمي',
    nameLatin: 'Karim Wahmi',
    function: 'other',
    institution: 'المنصة (حساب تجريبي)',
    locale: 'fr',
  },
  {
    email: `reviewer${DEMO_DOMAIN}`,
    note: 'reviews texts in Arabic and French for the law; sets up a second factor at the first sign-in',
    nameArabic: 'سلمى التوضيحي',
    nameLatin: 'Salma Tawdihi',
    function: 'judge',
    institution: 'Comité de relecture (compte de démonstration)',
    locale: 'fr',
  },
] as const
export type DemoEmail = (typeof DEMO_PEOPLE)[number]['email']
