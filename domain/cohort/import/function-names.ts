import { PERSON_FUNCTIONS, type PersonFunction } from '../../person/person-function'
import { foldWord } from './fold-word'

/** Functions as institutions write them in the three languages, in the form that `foldWord` returns. */
const NAMES: Readonly<Record<PersonFunction, readonly string[]>> = {
  judge: [
    'trial judge',
    'magistrate',
    'sitting judge',
    'juge',
    'magistrat',
    'magistrat du siege',
    'magistrate du siege',
    'magistrat de siege',
    'juge du siege',
    'president du tribunal',
    'presidente du tribunal',
    'vice president du tribunal',
    'قاض',
    'قاضي',
    'قاضيه',
    'قاضي الاحكام',
    'قاضيه الاحكام',
    'قاضي الحكم',
    'juge de la famille',
    'juge resident',
    'family judge',
    'قاضي الاسره',
    'قاضيه الاسره',
    'قاضي مقيم',
    'رييس المحكمه',
    'رييسه المحكمه',
  ],
  'appeal-judge': [
    'judge of a court of appeal',
    'court of appeal judge',
    'appeal judge',
    'appeal court judge',
    'counsellor',
    'conseiller',
    'conseillere',
    'مستشار',
    'مستشاره',
  ],
  'chamber-president': [
    'president of a chamber',
    'president of chamber',
    'chamber president',
    'president de chambre',
    'presidente de chambre',
    'president de la chambre',
    'presidente de la chambre',
    'رييس غرفه',
    'رييسه غرفه',
  ],
  'investigating-judge': [
    'investigative judge',
    'examining magistrate',
    'juge d instruction',
    'juge instructeur',
    'conseiller instructeur',
    'قاضي التحقيق',
    'قاضيه التحقيق',
    'قاضي مكلف بالتحقيق',
    'قاضيه مكلفه بالتحقيق',
    'مستشار مكلف بالتحقيق',
    'مستشاره مكلفه بالتحقيق',
  ],
  'juvenile-judge': [
    'juvenile court judge',
    'children s judge',
    'juvenile counsellor',
    'juge des mineurs',
    'juge des enfants',
    'juge pour mineurs',
    'juge charge des mineurs',
    'juge chargee des mineurs',
    'conseiller charge des mineurs',
    'conseillere chargee des mineurs',
    'conseiller des mineurs',
    'conseillere des mineurs',
    'قاضي الاحداث',
    'قاضيه الاحداث',
    'قاضي مكلف بالاحداث',
    'قاضيه مكلفه بالاحداث',
    'مستشار مكلف بالاحداث',
    'مستشاره مكلفه بالاحداث',
  ],
  prosecutor: [
    'crown prosecutor',
    'king s prosecutor',
    'deputy prosecutor',
    'deputy crown prosecutor',
    'deputy king s prosecutor',
    'procureur',
    'procureure',
    'procureur du roi',
    'procureure du roi',
    'substitut',
    'substitute',
    'substitut du procureur',
    'substitut du procureur du roi',
    'substitute du procureur du roi',
    'premier substitut',
    'premier substitut du procureur du roi',
    'premiere substitut du procureur du roi',
    'magistrat du parquet',
    'magistrate du parquet',
    'parquet',
    'ministere public',
    'وكيل الملك',
    'وكيله الملك',
    'نايب وكيل الملك',
    'نايبه وكيل الملك',
    'نايب اول لوكيل الملك',
    'نايبه اولي لوكيل الملك',
    'قاضي النيابه العامه',
    'قاضيه النيابه العامه',
    'النيابه العامه',
  ],
  'general-prosecutor': [
    'general prosecutor',
    'prosecutor general',
    'crown general prosecutor',
    'king s prosecutor general',
    'deputy general prosecutor',
    'deputy prosecutor general',
    'deputy crown general prosecutor',
    'procureur general',
    'procureure generale',
    'procureur general du roi',
    'procureure generale du roi',
    'substitut general',
    'substitut du procureur general',
    'substitut du procureur general du roi',
    'substitute du procureur general du roi',
    'premier substitut du procureur general',
    'premier substitut du procureur general du roi',
    'premiere substitut du procureur general du roi',
    'avocat general',
    'avocate generale',
    'الوكيل العام',
    'الوكيل العام للملك',
    'الوكيله العامه للملك',
    'نايب الوكيل العام',
    'نايبه الوكيل العام',
    'نايب الوكيل العام للملك',
    'نايبه الوكيل العام للملك',
    'نايب اول للوكيل العام للملك',
    'نايبه اولي للوكيل العام للملك',
    'محام عام',
    'محامي عام',
    'محاميه عامه',
  ],
  'trainee-judge': [
    'judicial trainee',
    'attache de justice',
    'attachee de justice',
    'attache judiciaire',
    'attachee judiciaire',
    'auditeur de justice',
    'auditrice de justice',
    'ملحق قضايي',
    'ملحقه قضاييه',
  ],
  clerk: [
    'court clerk',
    'registry clerk',
    'greffier',
    'greffiere',
    'greffier en chef',
    'greffiere en chef',
    'secretaire greffier',
    'secretaire greffiere',
    'كاتب الضبط',
    'كاتبه الضبط',
    'رييس كتابه الضبط',
    'رييسه كتابه الضبط',
    'منتدب قضايي',
    'منتدبه قضاييه',
  ],
  lawyer: ['attorney', 'avocat', 'avocate', 'محام', 'محامي', 'محاميه'],
  'police-officer': [
    'judicial police officer',
    'officier de police judiciaire',
    'officiere de police judiciaire',
    'opj',
    'ضابط الشرطه القضاييه',
    'ضابطه الشرطه القضاييه',
  ],
  'social-worker': ['assistant social', 'assistante sociale', 'assistante social', 'مساعد اجتماعي', 'مساعده اجتماعيه'],
  'labour-inspector': [
    'labor inspector',
    'inspecteur du travail',
    'inspectrice du travail',
    'مفتش الشغل',
    'مفتشه الشغل',
  ],
  'commission-member': [
    'member of the commission',
    'member of the national commission',
    'membre de la commission',
    'membre de la commission nationale',
    'عضو اللجنه',
    'عضوه اللجنه',
    'عضو اللجنه الوطنيه',
    'عضوه اللجنه الوطنيه',
  ],
  other: ['another function', 'autre', 'autre fonction', 'اخر', 'اخري', 'صفه اخري'],
}

/** A function may be followed by the place of work only: "conseiller juridique" is not a "conseiller". */
const WHERE = /^(?:(?:a|au|aux|pres|du tribunal|de la cour|d appel|at|of (?:a|the) court|in the court|لدي|في)(?: |$)|ب)/
const BRACKETED_ENDING = /\((?:e|es|ne|ère|trice|ة|ية|ه)\)/g
const ALTERNATIVES = /[/,،;؛|]/
const NOT_ON_APPEAL = /premiere instance|first instance|cassation|ابتداي|نقض/

// The longest names come first, so that "procureur general" is not read as "procureur" with something after it.
const KNOWN = PERSON_FUNCTIONS.flatMap((code) =>
  [foldWord(code), ...NAMES[code]].map((name) => ({ code, name: withoutArticles(name) })),
).toSorted((a, b) => b.name.length - a.name.length)

/**
 * The function that a cell of a list names in words, with or without the court. If it names several functions, the
 * first known one counts.
 *
 * @returns null if the words match no known function.
 */
export function functionNamed(words: string): PersonFunction | null {
  for (const alternative of words.replace(BRACKETED_ENDING, '').split(ALTERNATIVES)) {
    const name = withoutArticles(foldWord(alternative))
    const code = KNOWN.find((known) => isNamed(name, known.name))?.code
    if (code) return onAppeal(code) && NOT_ON_APPEAL.test(name) ? 'judge' : code
  }
  return null
}

function isNamed(words: string, name: string): boolean {
  return words === name || (words.startsWith(`${name} `) && WHERE.test(words.slice(name.length + 1)))
}

function onAppeal(code: PersonFunction): boolean {
  return code === 'appeal-judge' || code === 'chamber-president'
}

function withoutArticles(words: string): string {
  return words.replace(/(?<=^| )ال(?=\p{L}{2})/gu, '')
}
