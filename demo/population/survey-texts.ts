import 'server-only'
import type { SurveyKind } from '@/domain/survey/survey'

/** The written answers of invented people. None of them names a person, a place or a file. */
const AFTER = [
  'المزيد من الوقت للحالات العملية.',
  'نماذج لمحاضر الاستماع إلى الضحية.',
  'تقليص الجانب النظري في اليوم الأول.',
  'أمثلة أكثر عن الاستغلال في العمل.',
  'حصة مشتركة مع الضابطة القضائية.',
  'وثائق قصيرة يمكن الرجوع إليها أثناء المداومة.',
  'Plus de temps pour les cas pratiques.',
  'Un cas sur le travail forcé, et pas seulement sur l’exploitation sexuelle.',
  'Une séance commune avec le parquet.',
  'Distribuer les textes avant le premier jour.',
  'Des exercices sur l’audition d’un enfant.',
  'Revenir sur la différence entre traite et trafic de migrants.',
  'Rien, le rythme était bon.',
  'Prévoir des pauses plus longues.',
]
const LATER = [
  'مراكز إيواء أقرب.',
  'لائحة محينة بالجهات التي توجه إليها الضحية.',
  'مترجمون عند الاستماع إلى الضحايا الأجانب.',
  'وقت كاف للبحث قبل التقديم.',
  'تكوين مماثل للضابطة القضائية.',
  'Une permanence d’interprètes.',
  'Un lieu d’accueil, même pour quelques jours.',
  'Des modèles de réquisitions pour les données de paiement.',
  'Un interlocuteur connu dans les services sociaux.',
  'Que la police judiciaire suive la même formation.',
  'Plus de dossiers de ce type pour s’exercer.',
  'Un rappel des indicateurs sur une seule page.',
]

export const SURVEY_TEXTS: Record<SurveyKind, readonly string[]> = {
  reaction: AFTER,
  'later-3': LATER,
  'later-6': LATER,
  other: [],
}
