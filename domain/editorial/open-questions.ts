import type { Localized } from '../locale'
import type { TextKey } from '../signoff/text-key'

/**
 * A question of law that the texts leave open, as docs/content-review.md lists it under the same number, with the texts
 * that wait for its answer. Question 11 is about the interface and the certificate, so it has no texts.
 */
export type OpenQuestion = { number: number; title: Localized; texts: readonly TextKey[] }

const law = (...ids: string[]) => ids.map((id): TextKey => ({ kind: 'law', id }))
const lessons = (...ids: string[]) => ids.map((id): TextKey => ({ kind: 'lesson', id }))
const bank = (id: string): TextKey => ({ kind: 'bank', id })

export const OPEN_QUESTIONS: readonly OpenQuestion[] = [
  {
    number: 1,
    title: {
      ar: 'علاقة الفقرة الرابعة بالفقرة الثانية من الفصل 448-1 حين يكون الضحية طفلا',
      fr: 'Article 448-1 : l’alinéa 4 et l’alinéa 2 quand la victime est un enfant',
      en: 'Article 448-1: paragraph 4 and paragraph 2 when the victim is a child',
    },
    texts: [...lessons('fundamentals/offence', 'fundamentals/child'), ...law('cp-448-1')],
  },
  {
    number: 2,
    title: {
      ar: 'أثر ظروف التخفيف (الفصل 147) على عقوبتي الفصلين 448-4 و448-5',
      fr: 'Article 147 : l’effet des circonstances atténuantes sur les peines des articles 448-4 et 448-5',
      en: 'Article 147: what mitigating circumstances lead to under articles 448-4 and 448-5',
    },
    texts: [...lessons('fundamentals/sentencing'), ...law('cp-147', 'cp-448-4', 'cp-448-5')],
  },
  {
    number: 3,
    title: {
      ar: 'مرتبة الاتفاقيات المنشورة حسب تصدير الدستور',
      fr: 'Le rang des conventions publiées selon le préambule de la Constitution',
      en: 'The rank of published treaties under the preamble of the Constitution',
    },
    texts: lessons('fundamentals/framework'),
  },
  {
    number: 4,
    title: {
      ar: 'هل لكلمة «العنف» في الفقرة الثانية من المادة 302 المعنى الواسع للمادة الأولى من القانون 103.13',
      fr: 'Article 302, alinéa 2 : le mot « violence » a-t-il le sens large de l’article premier de la loi 103-13 ?',
      en: 'Article 302, paragraph 2: whether “violence” has the wide sense of article 1 of law 103-13',
    },
    texts: [...lessons('fundamentals/procedure', 'referral/trial'), bank('referral'), ...law('cpp-302', 'l10313-1')],
  },
  {
    number: 5,
    title: {
      ar: 'هل للمشغل بصفته هذه سلطة على الضحية (البند 3 من الفصل 448-4)، وهل السن والضعف ظرفان عينيان أم شخصيان (الفصل 130)',
      fr: 'L’employeur a-t-il par lui-même autorité sur la victime (article 448-4, 3°) ? Âge et fragilité : circonstances réelles ou personnelles (article 130) ?',
      en: 'Whether an employer has by that alone authority over the victim (article 448-4, item 3); whether age and frailty are circumstances of the act or the person (article 130)',
    },
    texts: [...lessons('fundamentals/aggravation'), ...law('cp-448-4', 'cp-330', 'cp-130')],
  },
  {
    number: 6,
    title: {
      ar: 'المادة 82-5-1: «الطرد» و«الإبعاد»، ومن يمنح مهلة التعافي، وهل هي حق أم جواز، وعتبتها',
      fr: 'Article 82-5-1 : « طرد » et « إبعاد », qui accorde le délai de rétablissement, droit ou faculté, son seuil',
      en: 'Article 82-5-1: «طرد» and «إبعاد», who grants the recovery period, whether it is a right, its threshold',
    },
    texts: [...lessons('fundamentals/procedure', 'referral/recovery'), ...law('cpp-82-5-1', 'cp-448-9')],
  },
  {
    number: 7,
    title: {
      ar: 'هل يشمل لفظ «القضاة» في المادة 82-5-3 قضاة النيابة العامة، وهل خلية القانون 103.13 وخلية القانون جهة واحدة',
      fr: 'Article 82-5-3 : « القضاة » comprend-il le ministère public ? La cellule de la loi 103-13 et celle du code sont-elles une seule ?',
      en: 'Article 82-5-3: whether «القضاة» includes prosecutors, and whether both units are one body',
    },
    texts: [...lessons('referral/units'), ...law('cpp-82-5-3', 'l10313-10')],
  },
  {
    number: 8,
    title: {
      ar: 'الفصلان 293 و294 مع الفصل 448-5: هل تعاقب العصابة مرة أم مرتين؛ ومدى الفصول 448-7 و448-12 و448-14',
      fr: 'Articles 293 et 294 avec 448-5 : une bande est-elle punie une ou deux fois ? Portée des articles 448-7, 448-12 et 448-14',
      en: 'Articles 293 and 294 beside 448-5: whether a gang is punished once or twice; the reach of 448-7, 448-12 and 448-14',
    },
    texts: [
      ...lessons('fundamentals/aggravation'),
      ...law('cp-293', 'cp-294', 'cp-448-5', 'cp-448-7', 'cp-448-12', 'cp-448-14'),
    ],
  },
  {
    number: 9,
    title: {
      ar: 'الفصل 35-3 والعقوبات البديلة في الجنايات؛ ووقف التنفيذ حين يحول الفصل 147 العقوبة إلى حبس',
      fr: 'Article 35-3 : peines alternatives en matière criminelle ; sursis quand l’article 147 ramène la peine à « الحبس »',
      en: 'Article 35-3 and alternative penalties for felonies; suspension where article 147 turned the penalty into «الحبس»',
    },
    texts: [...lessons('fundamentals/sentencing'), ...law('cp-35-3', 'cp-147')],
  },
  {
    number: 10,
    title: {
      ar: 'ترتيب البحث في الفصل 448-14، ومن يتعرف على الضحية، وهل التهديد بنشر صور «تشهير» (الفصل 448-3)',
      fr: 'L’ordre de l’examen de l’article 448-14, qui identifie la victime, la menace de diffuser des images est-elle « التشهير » (448-3)',
      en: 'The order in which article 448-14 is examined, who identifies a victim, whether a threat to spread images is «التشهير» (448-3)',
    },
    texts: [
      ...lessons('fundamentals/non-punishment', 'detection/detect-identify', 'detection/online'),
      ...law('cp-448-14', 'cp-448-9', 'cpp-82-5-1', 'cp-448-3'),
    ],
  },
  {
    number: 11,
    title: {
      ar: 'عنوان الشهادة، وكل ما في الواجهة بالعربية خارج مصطلحات المعجم',
      fr: 'Le titre du certificat, et l’arabe de l’interface hors des termes du glossaire',
      en: 'The wording of the certificate’s title, and the Arabic of the interface beyond the glossary',
    },
    texts: [],
  },
  {
    number: 12,
    title: {
      ar: 'ما تقوم عليه خمسة دروس من تكوين المتابعة والمحاكمة، من فتح القضية إلى الضحية الخائفة',
      fr: 'Ce sur quoi reposent cinq leçons du cours « Juger et poursuivre la traite », de l’ouverture à la victime qui a peur',
      en: 'What five lessons of the course on prosecuting and trying rest on, from the opening to the frightened victim',
    },
    texts: [
      ...lessons('trial/opening', 'trial/credibility', 'trial/digital-money', 'trial/neighbours', 'trial/vulnerable'),
      ...law('cpp-56', 'cpp-66-2', 'cp-448-3', 'cpp-73', 'cpp-419', 'cp-448-13', 'cp-118', 'cp-330', 'cpp-347-1'),
    ],
  },
  {
    number: 13,
    title: {
      ar: 'ما تقوم عليه خمسة دروس من تكوين المتابعة والمحاكمة، من التعليل إلى الحماية',
      fr: 'Ce sur quoi reposent cinq leçons du cours « Juger et poursuivre la traite », des motifs à la protection',
      en: 'What five lessons of the course on prosecuting and trying rest on, from the reasons to protection',
    },
    texts: [
      ...lessons('trial/reasons', 'trial/penalty', 'trial/compensation', 'trial/letters-rogatory', 'trial/protection'),
      ...law('cpp-432', 'cp-130', 'cp-155', 'cp-35-1'),
    ],
  },
  {
    number: 14,
    title: {
      ar: 'أجل الاعتقال الاحتياطي والمراقبة القضائية في قضايا الاتجار، ومدى المادة 431',
      fr: 'Le délai de la détention préventive et du contrôle judiciaire en matière de traite ; la portée de l’article 431',
      en: 'The time of pre-trial detention and judicial supervision in trafficking cases; the reach of article 431',
    },
    texts: [
      ...lessons('trial/detention'),
      ...law('cpp-160', 'cpp-161', 'cpp-175-1', 'cpp-177', 'cpp-180', 'cpp-218', 'cpp-431', 'cpp-73-1'),
    ],
  },
  {
    number: 15,
    title: {
      ar: 'نطاق الاستئناف الجنائي، وأسباب النقض، وشروط المراجعة لفائدة ضحية أدينت نهائيا',
      fr: 'L’étendue de l’appel criminel, les moyens de cassation, les conditions de la révision pour une victime condamnée',
      en: 'The extent of the criminal appeal, the grounds of cassation, the conditions of review for a convicted victim',
    },
    texts: [...lessons('trial/appeal'), ...law('cpp-457', 'cpp-370', 'cpp-532', 'cp-448-14', 'cp-448-3')],
  },
  {
    number: 16,
    title: {
      ar: 'هل تشمل الفقرة 15 من المادة 49 جناية الاتجار بالبشر',
      fr: 'Article 49, alinéa 15 : peut-il atteindre le crime de traite ?',
      en: 'Article 49, paragraph 15: whether it may reach the felony of trafficking',
    },
    texts: [...lessons('trial/opening'), ...law('cpp-49', 'cp-448-1')],
  },
  {
    number: 17,
    title: {
      ar: 'الفصل 436-1 مع الفصلين 448-3 و448-4: أيها أشد عند تساوي الحدود القصوى، ومعنى السلطة والعنف الآخر',
      fr: 'Article 436-1 à côté de 448-3 et 448-4 : le plus grave à maxima égaux, le sens de l’autorité et d’une autre violence',
      en: 'Article 436-1 beside 448-3 and 448-4: the gravest where maxima are level, the meaning of authority and other violence',
    },
    texts: [...lessons('trial/neighbours'), ...law('cp-436-1', 'cp-436', 'cp-448-3', 'cp-448-4', 'cp-118')],
  },
]
