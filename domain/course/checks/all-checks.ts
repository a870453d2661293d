import type { Library } from '../../library/library'
import { arabicIndicDigits } from './arabic-indic-digits'
import { bankSize } from './bank-size'
import { careNotice } from './care-notice'
import { caseKeywords } from './case-keywords'
import { caseText } from './case-text'
import { catchAllOption } from './catch-all-option'
import { citationsPerWords } from './citation-density'
import { citationLabel } from './citation-label'
import { colouredBlocks } from './coloured-blocks'
import { copiedTranslation } from './copied-translation'
import { courseAccess } from './course-access'
import { deadLink } from './dead-link'
import { decisionFiles } from './decision-files'
import { decisionPrivacy } from './decision-privacy'
import { demandedPractice } from './demanded-practice'
import { drawingShape } from './drawing-shape'
import { duplicateId } from './duplicate-id'
import { equalReferences } from './equal-references'
import { equalStructure } from './equal-structure'
import { examBlueprint } from './exam-blueprint'
import { factPattern } from './fact-pattern'
import { feedbackLength } from './feedback-length'
import type { CourseCheck, CoursesCheck, Finding, Found, LibraryCheck, TextCheck } from './finding'
import { flowSteps } from './flow-steps'
import { fontGlyphs } from './font-glyphs'
import { forbiddenTerm } from './forbidden-term'
import { gridSolution } from './grid-solution'
import { guessedBank } from './guessed-bank'
import { handoutSections } from './handout-sections'
import { headingOrder } from './heading-order'
import { imageText } from './image-text'
import { keyPosition } from './key-position'
import { lawAddress } from './law-address'
import { lawAlignment } from './law-alignment'
import { lawBlock } from './law-block'
import { lawChanges } from './law-changes'
import { lawCopy } from './law-copy'
import { lawFiles } from './law-files'
import { lawWording } from './law-wording'
import { leadingQuestion } from './leading-question'
import { lessonFiles } from './lesson-files'
import { lessonLength } from './lesson-length'
import { libraryReferences } from './library-references'
import { librarySignOff } from './library-sign-off'
import { longestKey } from './longest-key'
import { markedField } from './marked-field'
import { measuringForms } from './measuring-forms'
import { missingTranslation } from './missing-translation'
import { modelWording } from './model-wording'
import { namedAndCited } from './named-and-cited'
import { namedArticle } from './named-article'
import { nearCopy } from './near-copy'
import { nestedBlock } from './nested-block'
import { noBreakHyphen } from './no-break-hyphen'
import { outline } from './outline'
import { passagePlaces } from './passage-places'
import { planRules } from './plan-rules'
import { practiceCount } from './practice-count'
import { questionBook } from './question-book'
import { quizPlacement } from './quiz-placement'
import { rawNumber } from './raw-number'
import { repeatedCase } from './repeated-case'
import { repeatedQuestion } from './repeated-question'
import { repeatedSentence } from './repeated-sentence'
import { rightAnswer } from './right-answer'
import { sameReferences, sameReferencesInCourse } from './same-references'
import { secondForm } from './second-form'
import { signOff } from './sign-off'
import { simulationGraph } from './simulation-graph'
import type { CourseSource, LibrarySource } from './source'
import { staleTranslation } from './stale-translation'
import { supportedMarkup } from './supported-markup'
import { testWiseness } from './test-wiseness'
import { unknownCitation } from './unknown-citation'
import { unknownKey } from './unknown-key'
import { unknownTerm } from './unknown-term'
import { videoFiles } from './video-files'
import { workedExample } from './worked-example'

const TEXT_CHECKS: Readonly<Record<string, TextCheck>> = {
  'arabic-indic-digits': arabicIndicDigits,
  'font-glyphs': fontGlyphs,
  'forbidden-term': forbiddenTerm,
  'named-article': namedArticle,
  'no-break-hyphen': noBreakHyphen,
  'raw-number': rawNumber,
}

const COURSE_CHECKS: Readonly<Record<string, CourseCheck>> = {
  'bank-size': bankSize,
  'care-notice': careNotice,
  'case-text': caseText,
  'catch-all-option': catchAllOption,
  'citation-density': citationsPerWords,
  'citation-label': citationLabel,
  'coloured-blocks': colouredBlocks,
  'course-access': courseAccess,
  'dead-link': deadLink,
  'demanded-practice': demandedPractice,
  'case-keywords': caseKeywords,
  'drawing-shape': drawingShape,
  'duplicate-id': duplicateId,
  'equal-references': equalReferences,
  'equal-structure': equalStructure,
  'exam-blueprint': examBlueprint,
  'fact-pattern': factPattern,
  'feedback-length': feedbackLength,
  'flow-steps': flowSteps,
  'grid-solution': gridSolution,
  'guessed-bank': guessedBank,
  'handout-sections': handoutSections,
  'heading-order': headingOrder,
  'image-text': imageText,
  'key-position': keyPosition,
  'law-block': lawBlock,
  'law-changes': lawChanges,
  'lesson-length': lessonLength,
  'longest-key': longestKey,
  'measuring-forms': measuringForms,
  'missing-translation': missingTranslation,
  'near-copy': nearCopy,
  'nested-block': nestedBlock,
  outline,
  'practice-count': practiceCount,
  'quiz-placement': quizPlacement,
  'repeated-question': repeatedQuestion,
  'right-answer': rightAnswer,
  'same-references': sameReferencesInCourse,
  'second-form': secondForm,
  'sign-off': signOff,
  'simulation-graph': simulationGraph,
  'stale-translation': staleTranslation,
  'supported-markup': supportedMarkup,
  'unknown-citation': unknownCitation,
  'unknown-key': unknownKey,
  'passage-places': passagePlaces,
  'unknown-term': unknownTerm,
  'video-files': videoFiles,
  'worked-example': workedExample,
}

const COURSES_CHECKS: Readonly<Record<string, CoursesCheck>> = {
  'lesson-files': lessonFiles,
  'repeated-case': repeatedCase,
  'repeated-sentence': repeatedSentence,
  'test-wiseness': testWiseness,
}

const LIBRARY_CHECKS: Readonly<Record<string, LibraryCheck>> = {
  'decision-files': decisionFiles,
  'decision-privacy': decisionPrivacy,
  'law-address': lawAddress,
  'law-alignment': lawAlignment,
  'law-copy': lawCopy,
  'law-files': lawFiles,
  'law-wording': lawWording,
  'leading-question': leadingQuestion,
  'library-references': libraryReferences,
  'library-sign-off': librarySignOff,
  'model-wording': modelWording,
  'named-and-cited': namedAndCited,
  'plan-rules': planRules,
  'question-book': questionBook,
  'same-references': sameReferences,
}

/** The checks of short texts in three languages. */
const LOCALIZED_CHECKS = { 'copied-translation': copiedTranslation, 'marked-field': markedField }

/** The names of all checks that run on courses and on the library. */
export const CHECK_NAMES: readonly string[] = [
  ...new Set(
    [TEXT_CHECKS, COURSE_CHECKS, COURSES_CHECKS, LIBRARY_CHECKS, LOCALIZED_CHECKS].flatMap((checks) =>
      Object.keys(checks),
    ),
  ),
]

export function checkCourse(course: CourseSource, library: Library): Finding[] {
  return [
    ...named(COURSE_CHECKS, (check) => check(course, library)),
    ...named(TEXT_CHECKS, (check) => check(course.texts, library)),
    ...named(LOCALIZED_CHECKS, (check) => check(course.localized)),
  ]
}

/** Runs the checks that need all courses at once. */
export function checkCourses(courses: readonly CourseSource[], library: Library): Finding[] {
  return named(COURSES_CHECKS, (check) => check(courses, library))
}

export function checkLibrary(source: LibrarySource, library: Library): Finding[] {
  return [
    ...named(LIBRARY_CHECKS, (check) => check(source, library)),
    ...named(TEXT_CHECKS, (check) => check(source.texts, library)),
    ...named(LOCALIZED_CHECKS, (check) => check(source.localized)),
  ]
}

function named<C>(checks: Readonly<Record<string, C>>, run: (check: C) => readonly Found[]): Finding[] {
  return Object.entries(checks).flatMap(([check, fn]) => run(fn).map((found) => ({ ...found, check })))
}

/** Sorts by file and line; errors before warnings on the same line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.path.localeCompare(b.path) ||
      a.line - b.line ||
      a.severity.localeCompare(b.severity) ||
      a.check.localeCompare(b.check),
  )
}
