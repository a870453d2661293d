import 'server-only'
import type { Locale } from '@/domain/locale'
import type { MaterialReaders, MaterialTime } from '@/domain/seminar/material'
import type { Texts } from '@/domain/text/texts'
import type { SeminarPlan } from './seminar-plans'

/** What is written in a file: a heading, then paragraphs, then questions or points. */
export type Written = { locale: Locale; title: string; paragraphs: readonly string[]; points: readonly string[] }
export type MaterialPlan = {
  of: SeminarPlan['key']
  when: MaterialTime
  openTo: MaterialReaders
  type: 'pdf' | 'odp'
  titles: Texts
  written: Written
}

const INVENTED = {
  ar: 'هذه الوثيقة متخيلة، لغرض العرض التجريبي فقط.',
  fr: 'Ce document est inventé, pour la démonstration seulement.',
}

/** The materials of the seminars: invented, and without any statement about the law. */
export const MATERIAL_PLANS: readonly MaterialPlan[] = [
  {
    of: 'regional',
    when: 'before',
    openTo: 'registered',
    type: 'pdf',
    titles: {
      ar: 'أسئلة أعدتها الوفود (وثيقة متخيلة)',
      fr: 'Questions préparées par les délégations (document inventé)',
      en: 'Questions prepared by the delegations (invented document)',
    },
    written: {
      locale: 'fr',
      title: 'Questions préparées par les délégations',
      paragraphs: [INVENTED.fr, 'Chaque délégation y répond en une page, pour la première séance.'],
      points: [
        'À qui adressez-vous une demande urgente, et par quelle voie ?',
        'Qui traduit la demande, et en combien de jours ?',
        'Comment apprenez-vous que la victime se trouve dans l’autre pays ?',
        'Qui dit à la victime ce que la demande est devenue ?',
      ],
    },
  },
  {
    of: 'regional',
    when: 'after',
    openTo: 'everybody',
    type: 'pdf',
    titles: {
      ar: 'خلاصة الورشات (وثيقة متخيلة)',
      fr: 'Synthèse des ateliers (document inventé)',
      en: 'Summary of the workshops (invented document)',
    },
    written: {
      locale: 'ar',
      title: 'خلاصة الورشات',
      paragraphs: [INVENTED.ar, 'ناقش المشاركون ثلاث مسائل: لغة الطلب، وأجل الجواب، وإخبار الضحية.'],
      points: [
        'اقترحت الورشة الأولى نموذجا واحدا للطلبات المستعجلة.',
        'اقترحت الورشة الثانية لائحة لنقط الاتصال تُراجع كل سنة.',
        'اتفق المشاركون على لقاء جديد بعد سنة.',
      ],
    },
  },
  {
    of: 'regional',
    when: 'after',
    openTo: 'everybody',
    type: 'odp',
    titles: {
      ar: 'شرائح الافتتاح (وثيقة متخيلة)',
      fr: 'Diapositives de l’ouverture (document inventé)',
      en: 'Slides of the opening (invented document)',
    },
    written: {
      locale: 'fr',
      title: 'Ouverture du séminaire régional',
      paragraphs: [INVENTED.fr],
      points: [
        'Deux journées, trois langues',
        'Des cas inventés, travaillés en ateliers',
        'Une synthèse ouverte à tous',
      ],
    },
  },
  {
    of: 'today',
    when: 'before',
    openTo: 'registered',
    type: 'pdf',
    titles: {
      ar: 'ملف الورشة (وثيقة متخيلة)',
      fr: 'Le dossier de l’atelier (document inventé)',
      en: 'The file of the workshop (invented document)',
    },
    written: {
      locale: 'ar',
      title: 'ملف الورشة',
      paragraphs: [
        INVENTED.ar,
        'تصل دورية إلى ورشة للخياطة في حي متخيل، فتجد ست نساء يشتغلن ليلا. لا تحمل أي منهن أوراقها، وتقول إحداهن إنها «بخير» قبل أن تُسأل.',
      ],
      points: [
        'ضابط الشرطة القضائية: ماذا تدونون في الساعة الأولى؟',
        'النيابة العامة: ما الذي تطلبونه قبل الفجر؟',
        'قاضي التحقيق: من تستمعون إليه أولا؟',
        'هيئة الحكم: ما الذي ينقص الملف؟',
      ],
    },
  },
]
