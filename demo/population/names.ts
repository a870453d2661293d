import 'server-only'

const FIRST = [
  ['أمينة', 'Amina'],
  ['يوسف', 'Youssef'],
  ['سعاد', 'Souad'],
  ['إدريس', 'Driss'],
  ['نادية', 'Nadia'],
  ['كريم', 'Karim'],
  ['خديجة', 'Khadija'],
  ['عمر', 'Omar'],
  ['ليلى', 'Leïla'],
  ['رشيد', 'Rachid'],
  ['مريم', 'Meryem'],
  ['سعيد', 'Saïd'],
  ['هند', 'Hind'],
  ['طارق', 'Tarik'],
  ['سلمى', 'Salma'],
  ['أنس', 'Anas'],
  ['فدوى', 'Fadoua'],
  ['مروان', 'Marouane'],
  ['إلهام', 'Ilham'],
  ['زكرياء', 'Zakaria'],
  ['وفاء', 'Wafae'],
  ['نبيل', 'Nabil'],
  ['حنان', 'Hanane'],
] as const
/**
 * Each says that its bearer is invented: experimental, model, standard, supposed, acted, imaginary, fictional,
 * exemplary.
 */
const FAMILY = [
  ['التجريبي', 'Tajribi'],
  ['النموذجي', 'Namoudaji'],
  ['القياسي', 'Qiyassi'],
  ['الافتراضي', 'Iftiradi'],
  ['التمثيلي', 'Tamthili'],
  ['الوهمي', 'Wahmi'],
  ['الخيالي', 'Khayali'],
  ['المثالي', 'Mithali'],
] as const

/** The names of an invented person. 184 consecutive indexes give different names. */
export function inventedNames(index: number): { nameArabic: string; nameLatin: string } {
  // The numbers of first and family names have no common divisor, so every pair occurs before one repeats.
  const [first, family] = [FIRST[index % FIRST.length], FAMILY[index % FAMILY.length]]
  if (!first || !family) throw new RangeError(`no name ${index}`)
  return { nameArabic: `${first[0]} ${family[0]}`, nameLatin: `${first[1]} ${family[1]}` }
}
