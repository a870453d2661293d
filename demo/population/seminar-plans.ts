import 'server-only'
import type { Delegation } from '@/domain/seminar/delegation'
import type { Admission, SeminarStatus, Spoken } from '@/domain/seminar/seminar'
import type { Lines, Texts } from '@/domain/text/texts'

type SittingPlan = {
  /** Days after the first one. */
  day: number
  /** In Moroccan time, `9:30`. */
  from: string
  to: string
  titles: Texts
  speakers?: Lines
  language: Spoken
  interpretation?: readonly Spoken[]
}
type Delegates = Pick<Delegation, 'country' | 'function' | 'language'> & { people: number }
export type SeminarPlan = {
  key: 'regional' | 'full' | 'today' | 'cancelled'
  by: 'school' | 'commission'
  /** The co-organiser, which has accepted. */
  with?: 'school' | 'commission'
  /** A date, or a number of days from today. */
  on: string | number
  status: SeminarStatus
  admission: Admission
  seats: number
  /** The number of people who are registered and who wait. */
  people: readonly [registered: number, waiting: number]
  /** People from abroad besides, who have no account. */
  delegations?: readonly Delegates[]
  /** The course whose parallel forms are its tests. */
  course?: string
  /** The folder of its recording. */
  recording?: string
  /** Its proceedings are public. */
  proceedings?: true
  titles: Texts
  aims: Texts
  place: Texts | null
  accessDetails?: Texts
  link?: string
  cancelReason?: Texts
  sittings: readonly SittingPlan[]
}

const OUVERTURE = { ar: 'الافتتاح', fr: 'Ouverture', en: 'Opening' }

/** Invented seminars, with invented people in them. */
export const SEMINAR_PLANS: readonly SeminarPlan[] = [
  {
    key: 'regional',
    by: 'commission',
    with: 'school',
    on: '2021-10-12',
    status: 'held',
    admission: 'nomination',
    seats: 60,
    people: [34, 0],
    delegations: [
      { country: 'ES', function: 'prosecutor', language: 'es', people: 6 },
      { country: 'FR', function: 'judge', language: 'fr', people: 6 },
      { country: 'TN', function: 'judge', language: 'ar', people: 5 },
      { country: 'IT', function: 'prosecutor', language: 'en', people: 3 },
      { country: 'PT', function: 'judge', language: 'en', people: 2 },
    ],
    recording: 'see-and-call',
    proceedings: true,
    titles: {
      ar: 'ندوة إقليمية حول التعاون القضائي في مكافحة الاتجار بالبشر بالمتوسط (مثال متخيل)',
      fr: 'Séminaire régional sur la coopération judiciaire contre la traite en Méditerranée (exemple inventé)',
      en: 'Regional seminar on judicial co-operation against trafficking in the Mediterranean (invented example)',
    },
    aims: {
      ar: 'تبادل الممارسات بشأن الإنابات القضائية وحماية الضحية خلال مسطرة عابرة للحدود.\nهذه الندوة متخيلة، لغرض العرض التجريبي فقط.',
      fr: 'Échanger les pratiques des commissions rogatoires et de la protection de la victime dans une procédure qui traverse les frontières.\nCe séminaire est inventé, pour la démonstration seulement.',
      en: 'Exchange practice on letters rogatory and on protecting the victim in proceedings that cross borders.\nThis seminar is invented, for the demonstration only.',
    },
    place: { ar: 'الرباط، قاعة الندوات (مكان متخيل)', fr: 'Rabat, salle des conférences (lieu inventé)' },
    sittings: [
      { day: 0, from: '9:30', to: '10:30', titles: OUVERTURE, language: 'ar', interpretation: ['fr', 'en'] },
      {
        day: 0,
        from: '10:45',
        to: '12:30',
        titles: {
          ar: 'الإنابة القضائية من الطلب إلى الجواب',
          fr: 'La commission rogatoire, de la demande à la réponse',
          en: 'Letters rogatory, from request to reply',
        },
        speakers: {
          ar: ['نادية التمثيلي، عضو اللجنة (شخص متخيل)'],
          fr: ['Nadia Tamthili, membre de la commission (personne inventée)'],
        },
        language: 'fr',
        interpretation: ['ar', 'en'],
      },
      {
        day: 1,
        from: '9:00',
        to: '12:00',
        titles: {
          ar: 'حماية الضحية والشاهد في مسطرة عابرة للحدود',
          fr: 'Protéger la victime et le témoin quand la procédure traverse une frontière',
          en: 'Protecting victim and witness when proceedings cross a border',
        },
        language: 'en',
        interpretation: ['ar', 'fr'],
      },
    ],
  },
  {
    key: 'full',
    by: 'school',
    on: 24,
    status: 'open',
    admission: 'open',
    seats: 20,
    people: [20, 6],
    course: 'detection',
    titles: {
      ar: 'الاستماع إلى الضحية القاصر (عرض تجريبي)',
      fr: 'Entendre la victime mineure (démonstration)',
    },
    aims: {
      ar: 'إعداد الاستماع وإجراؤه بما يراعي مصلحة الطفل، انطلاقا من ملف افتراضي.',
      fr: 'Préparer et conduire l’audition dans l’intérêt de l’enfant, à partir d’un dossier inventé.',
    },
    place: { ar: 'فاس، قاعة التكوين (مكان متخيل)', fr: 'Fès, salle de formation (lieu inventé)' },
    accessDetails: {
      ar: 'الطابق الأول، يوجد مصعد. يرجى الإدلاء بالبطاقة المهنية عند المدخل.',
      fr: 'Premier étage, avec ascenseur. Carte professionnelle à présenter à l’entrée.',
    },
    sittings: [
      {
        day: 0,
        from: '9:00',
        to: '12:00',
        titles: { ar: 'قبل الاستماع وأثناءه', fr: 'Avant et pendant l’audition' },
        speakers: {
          ar: ['إدريس القياسي، قاض (شخص متخيل)'],
          fr: ['Driss Qiyassi, juge (personne inventée)'],
        },
        language: 'ar',
        interpretation: ['fr'],
      },
      {
        day: 0,
        from: '14:00',
        to: '16:30',
        titles: { ar: 'ورشة: ملف افتراضي', fr: 'Atelier : un dossier fictif' },
        language: 'ar',
      },
    ],
  },
  {
    key: 'today',
    by: 'school',
    with: 'commission',
    on: 0,
    status: 'open',
    admission: 'open',
    seats: 40,
    people: [18, 0],
    course: 'detection',
    titles: {
      ar: 'القاضي وضحية الاتجار: من الكشف إلى الحكم (عرض تجريبي)',
      fr: 'Le juge face à la victime de traite : de la détection au jugement (démonstration)',
      en: 'The judge and the victim of trafficking: from detection to judgment (demonstration)',
    },
    aims: {
      ar: 'ربط ما تقوله نصوص القانون بما يراه القاضي في الملف.',
      fr: 'Relier ce que dit la loi à ce que le juge voit dans le dossier.',
      en: 'Link what the law says with what the judge sees in the file.',
    },
    place: { ar: 'فاس، قاعة الندوات (مكان متخيل)', fr: 'Fès, salle de conférences (lieu inventé)' },
    link: 'https://visio.example/seminaire-demonstration',
    sittings: [
      {
        day: 0,
        from: '8:30',
        to: '12:00',
        titles: {
          ar: 'الكشف خلال الساعات الأولى',
          fr: 'Détecter dans les premières heures',
          en: 'Detecting in the first hours',
        },
        speakers: {
          ar: ['إدريس القياسي، قاض (شخص متخيل)', 'سعاد الافتراضي، مسؤولة عن التكوين (شخص متخيل)'],
          fr: [
            'Driss Qiyassi, juge (personne inventée)',
            'Souad Iftiradi, responsable de formation (personne inventée)',
          ],
        },
        language: 'ar',
        interpretation: ['fr'],
      },
      {
        day: 0,
        from: '14:00',
        to: '17:00',
        titles: {
          ar: 'ورشة: ملف افتراضي بأربعة أدوار',
          fr: 'Atelier : un dossier fictif à quatre rôles',
          en: 'Workshop: an invented file with four roles',
        },
        language: 'fr',
        interpretation: ['ar'],
      },
    ],
  },
  {
    key: 'cancelled',
    by: 'commission',
    on: 38,
    status: 'cancelled',
    admission: 'open',
    seats: 50,
    people: [9, 0],
    titles: {
      ar: 'حماية الشهود والمبلغين (عرض تجريبي)',
      fr: 'Protéger témoins et dénonciateurs (démonstration)',
    },
    aims: { fr: 'Ce que la loi prévoit, et ce que le juge peut ordonner.' },
    place: null,
    link: 'https://visio.example/temoins-demonstration',
    cancelReason: {
      ar: 'تعذر حضور المتدخلين. سيعلن عن موعد جديد.',
      fr: 'Les intervenants sont empêchés. Une nouvelle date sera annoncée.',
    },
    sittings: [
      {
        day: 0,
        from: '14:00',
        to: '16:00',
        titles: { ar: 'الإطار القانوني', fr: 'Le cadre légal' },
        language: 'fr',
      },
    ],
  },
]
