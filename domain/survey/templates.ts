import type { Localized } from '../locale'
import { MONTHS_LATER, type QuestionKind, type SurveyKind, type SurveyQuestion } from './survey'

const of = (ar: string, fr: string, en: string): Localized => ({ ar, fr, en })

type Template = { key: string; kind: QuestionKind; text: Localized; several?: true; options?: readonly Localized[] }

const REACTION: readonly Template[] = [
  {
    key: 'aims',
    kind: 'scale',
    text: of(
      'حقق التكوين الأهداف المعلن عنها.',
      'La formation a atteint les objectifs annoncés.',
      'The training met the aims that were announced.',
    ),
  },
  {
    key: 'clear',
    kind: 'scale',
    text: of('كانت الشروح واضحة.', 'Les explications étaient claires.', 'The explanations were clear.'),
  },
  {
    key: 'close',
    kind: 'scale',
    text: of(
      'الحالات المدروسة قريبة من الملفات التي أعالجها.',
      'Les cas étudiés ressemblent aux dossiers que je traite.',
      'The cases that we studied are like the files that I handle.',
    ),
  },
  {
    key: 'will-use',
    kind: 'scale',
    text: of(
      'سأستعمل في ملفاتي ما تعلمته.',
      'Je me servirai dans mes dossiers de ce que j’ai appris.',
      'I shall use what I learned in my files.',
    ),
  },
  {
    key: 'language',
    kind: 'scale',
    text: of(
      'كانت لغة التكوين مناسبة لي.',
      'La langue de la formation me convenait.',
      'The language of the training suited me.',
    ),
  },
  {
    key: 'length',
    kind: 'choice',
    text: of('كانت مدة التكوين:', 'La durée de la formation était :', 'The length of the training was:'),
    options: [
      of('مناسبة', 'convenable', 'about right'),
      of('قصيرة', 'trop courte', 'too short'),
      of('طويلة', 'trop longue', 'too long'),
    ],
  },
  {
    key: 'change',
    kind: 'text',
    text: of('ما الذي يستحسن تغييره؟', 'Que faudrait-il changer ?', 'What should be changed?'),
  },
]

// The wording is the same three and six months later, so that the answers can be compared.
const LATER: readonly Template[] = [
  {
    key: 'used',
    kind: 'scale',
    text: of(
      'استعملت في عملي ما تعلمته في التكوين.',
      'J’ai utilisé dans mon travail ce que la formation m’a appris.',
      'I have used at work what the training taught me.',
    ),
  },
  {
    key: 'indicators',
    kind: 'scale',
    text: of(
      'صرت أبحث عن مؤشرات الاتجار بالبشر قبل تكييف الأفعال.',
      'Je recherche désormais les indicateurs de traite avant de qualifier les faits.',
      'I now look for indicators of trafficking before I characterise the facts.',
    ),
  },
  {
    key: 'referral',
    kind: 'scale',
    text: of(
      'أعرف الجهة التي توجه إليها الضحية متى رصدت.',
      'Je sais vers qui orienter une victime dès qu’elle est repérée.',
      'I know to whom a victim is referred once she is detected.',
    ),
  },
  {
    key: 'how-often',
    kind: 'choice',
    text: of(
      'كم مرة أفادكم ذلك في ملف؟',
      'Combien de fois cela vous a-t-il servi dans un dossier ?',
      'How often has it helped you in a file?',
    ),
    options: [
      of('أكثر من مرة', 'plusieurs fois', 'several times'),
      of('مرة واحدة', 'une fois', 'once'),
      of('لم يفدني بعد', 'pas encore', 'not yet'),
    ],
  },
  {
    key: 'hindered',
    kind: 'choice',
    several: true,
    text: of(
      'إذا لم تستعملوه، فما السبب؟ (يمكن اختيار أكثر من جواب)',
      'Si vous ne l’avez pas utilisé, pourquoi ? (plusieurs réponses possibles)',
      'If you have not used it, why? (several answers possible)',
    ),
    options: [
      of('لم يعرض علي ملف من هذا النوع', 'aucun dossier de ce type', 'no file of this kind'),
      of('ضيق الوقت', 'manque de temps', 'lack of time'),
      of('غياب جهة تتكفل بالضحية', 'pas de structure d’accueil', 'nowhere to refer the victim'),
      of('النص غير واضح لي', 'texte peu clair pour moi', 'the law is not clear to me'),
    ],
  },
  {
    key: 'missing',
    kind: 'text',
    text: of('ما الذي ينقص لتطبيقه؟', 'Que manque-t-il pour l’appliquer ?', 'What is missing to apply it?'),
  },
]

const TEMPLATES: Record<SurveyKind, readonly Template[]> = {
  reaction: REACTION,
  'later-3': LATER,
  'later-6': LATER,
  other: [],
}

export const SURVEY_TITLES: Record<SurveyKind, Localized> = {
  reaction: of('تقييم التكوين', 'Évaluer la formation', 'Evaluate the training'),
  'later-3': of(
    'بعد ثلاثة أشهر: ماذا تغير في العمل؟',
    'Trois mois après : qu’est-ce qui a changé ?',
    'Three months later: what has changed?',
  ),
  'later-6': of(
    'بعد ستة أشهر: ماذا تغير في العمل؟',
    'Six mois après : qu’est-ce qui a changé ?',
    'Six months later: what has changed?',
  ),
  other: of('استمارة', 'Questionnaire', 'Survey'),
}

/** The key of a question that is compared between surveys; the same three and six months later. */
export function templateKey(kind: SurveyKind, key: string): string {
  return `${MONTHS_LATER[kind] > 0 ? 'later' : kind}/${key}`
}

/** The scale questions of a kind of survey, in their order. */
export function templateScales(kind: SurveyKind): { key: string; text: Localized }[] {
  return TEMPLATES[kind]
    .filter((question) => question.kind === 'scale')
    .map(({ key, text }) => ({ key: templateKey(kind, key), text }))
}

/** The questions with which a survey of a kind begins. @param newId makes a random id that reveals no time. */
export function templateQuestions(kind: SurveyKind, newId: () => string): SurveyQuestion[] {
  return TEMPLATES[kind].map(({ key, kind: questionKind, text, several, options = [] }) => {
    const common = { id: newId(), template: templateKey(kind, key), text }
    if (questionKind !== 'choice') return { kind: questionKind, ...common }
    const choices = options.map((option) => ({ id: newId(), text: option }))
    return { kind: questionKind, ...common, several: several === true, options: choices }
  })
}
