const PHONE = /(?<![\d./])(?:(?:\+|00)\s?212|0)[\s.-]?[5-8](?:[\s.-]?\d){8}(?!\d)/gu
const BIRTH =
  /(?<!\p{L})(?:née?s?\s+(?:le|en)\s+(?:1er|\d)|born\s+(?:on|in)\s+(?:the\s+)?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)))|(?:مزداد|مولود|ازداد|ولد)(?:ة|ت|\(ة\)|\(ت\))?\s+(?:في|بتاريخ|سنة|عام|يوم)\s+\d/giu
/** « M. X », “Mr X”, « le nommé X ». */
const HONORIFIC =
  /(?<!\p{L})(?:(?:MM?|Mr|Mrs|Ms|Dr)\.|(?:Mr|Mrs|Ms|Miss|Mme|Mmes|Mlle|Me|Monsieur|Madame|Maître)|(?:pré|dé)?nommée?s?|named)\s+\p{Lu}[\p{L}’'-]*\.?/gu
/** Arabic has no capitals: after «السيد» comes a name, unless an office follows. */
const ARABIC_HONORIFIC =
  /(?<!\p{L})[وبل]?(?:السيدة?|الآنسة|المسماة?|المدعوة?|الأستاذة?)\s+(?!(?:الوكيل|وكيل|النائب|نائب|نواب|الرئيس|رئيس|القاضي|قاضي|المستشار|الوزير|وزير|المدير|مدير)[\p{L}]*(?!\p{L}))\p{L}{2,}/gu
/** «محمد بن علي», «عبد الله»: the middle or the beginning of a name, unless a town, a university or a street has it. */
const ARABIC_NAME =
  /(?<!\p{L})(?!\p{L}*(?:مدينة|إقليم|عمالة|بلدة)\s)\p{L}{2,}\s+بن\s+\p{L}{2,}|(?<!\p{L})(?<!(?:جامعة|شارع|ساحة|مستشفى|مدرسة|ثانوية)\s)عبد\s?ال\p{L}{3,}/gu
/** «يدعى كريم», not «يدعى إلى». */
const ARABIC_CALLED = /(?<!\p{L})[يت]دعى\s+(?!(?:إلى|أن|أنه|أنها|له|لها)(?!\p{L}))\p{L}{2,}/gu
/** « A. B. », «ع. ب.»: exactly two single letters, not a longer row of them (O.N.U.). */
const INITIALS =
  /(?<![\p{L}.])(?:\p{Lu}\.\s?\p{Lu}\.(?!\s?\p{Lu}\.)|\p{Script=Arabic}\.\s?\p{Script=Arabic}\.(?!\s?\p{Script=Arabic}\.))/gu

/** Patterns that name or identify a person. Each is global, for `matchAll` and `replaceAll`. */
export const PERSONAL_PATTERNS: readonly [pattern: RegExp, what: string, instead: string][] = [
  [PHONE, 'a telephone number', 'leave it out'],
  [BIRTH, 'a date of birth', 'give an age, or “a child”'],
  [HONORIFIC, 'a person’s name', 'say her role: the accused, the victim'],
  [ARABIC_HONORIFIC, 'a person’s name', 'say her role: المتهم، الضحية'],
  [ARABIC_NAME, 'a person’s name', 'say her role: المتهم، الضحية'],
  [ARABIC_CALLED, 'a person’s name', 'say her role: المتهم، الضحية'],
  [INITIALS, 'a person’s initials', 'say her role: the accused, the victim'],
]
