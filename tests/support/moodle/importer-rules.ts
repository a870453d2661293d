import { readCloze } from './cloze-gaps'
import { type Node, node, nodes, textOf, wordsOf } from './read-quiz'

/**
 * What the importer of Moodle 4.5 asks of a question of each type, read from its public source (question/format.php,
 * question/format/xml, question/type). Each rule is a fault that makes the importer refuse the question or the file, or
 * take something else than what was written. A question type without rules is one that we do not write.
 */
export const IMPORTER_RULES: Readonly<Record<string, readonly ((question: Node) => string | false)[]>> = {
  category: [
    (question) =>
      !/^\$course\$\/top\/./.test(textOf(node(question, 'category')) ?? '') && 'the category does not begin at the top',
    (question) =>
      categoryNames(question).some((name) => name.trim() === '' || name.length > 255) &&
      'the name of a category is empty or longer than 255 characters',
  ],
  multichoice: [
    oneOf('single', ['true', 'false']),
    oneOf('shuffleanswers', ['true', 'false']),
    oneOf('answernumbering', ['abc', 'ABCD', '123', 'iii', 'IIII', 'none']),
    (question) => written(question).length < 2 && 'fewer than two answers have a text',
    (question) => written(question).length < nodes(question, 'answer').length && 'an answer is empty',
    (question) => !sharesOf(question).every(isListed) && `a share is not on Moodle’s list: ${sharesOf(question)}`,
    (question) =>
      wordsOf(question, 'single') === 'true' &&
      Math.max(...sharesOf(question)) !== 100 &&
      'no answer earns the whole mark',
    (question) =>
      wordsOf(question, 'single') === 'false' &&
      Math.round(sum(sharesOf(question).filter((share) => share > 0))) !== 100 &&
      'the right answers do not add up to the whole mark',
    answersHaveFormats,
  ],
  truefalse: [
    // Other words are taken for those of another language, and the first answer for “true”.
    (question) =>
      nodes(question, 'answer').map(textOf).toSorted().join() !== 'false,true' && 'the answers are not true and false',
    (question) => sharesOf(question).toSorted().join() !== '0,100' && 'not one of the two answers is right',
    answersHaveFormats,
  ],
  matching: [
    oneOf('shuffleanswers', ['true', 'false']),
    (question) => rows(question).filter(({ prompt }) => prompt !== '').length < 2 && 'fewer than two prompts',
    (question) => rows(question).length < 3 && 'fewer than three answers',
    (question) => rows(question).some(({ answer }) => answer === '') && 'a prompt has no answer',
    // The column has 255 characters; a longer answer stops the import of the whole file.
    (question) => rows(question).some(({ answer }) => answer.length > 255) && 'an answer is longer than 255 characters',
    (question) => nodes(question, 'subquestion').some(hasNoFormat) && 'a prompt has no format',
  ],
  ordering: [
    oneOf('layouttype', ['VERTICAL', 'HORIZONTAL']),
    oneOf('selecttype', ['ALL', 'RANDOM', 'CONTIGUOUS']),
    oneOf('gradingtype', [
      ...['ALL_OR_NOTHING', 'ABSOLUTE_POSITION', 'RELATIVE_NEXT_EXCLUDE_LAST', 'RELATIVE_NEXT_INCLUDE_LAST'],
      ...['RELATIVE_ONE_PREVIOUS_AND_NEXT', 'RELATIVE_ALL_PREVIOUS_AND_NEXT', 'LONGEST_ORDERED_SUBSET'],
      ...['LONGEST_CONTIGUOUS_SUBSET', 'RELATIVE_TO_CORRECT'],
    ]),
    oneOf('showgrading', ['SHOW', 'HIDE']),
    oneOf('numberingstyle', ['none', 'abc', 'ABCD', '123', 'iii', 'IIII']),
    // Without it, Moodle makes two empty hints without a format, which its database refuses with the whole file.
    oneOf('shownumcorrect', ['0', '1']),
    (question) => !/^\d+$/.test(wordsOf(question, 'selectcount') ?? '') && '<selectcount> is no number',
    (question) => written(question).length < 2 && 'fewer than two steps have a text',
    (question) => nodes(question, 'answer').some(hasNoFormat) && 'a step has no format',
  ],
  cloze: [
    (question) => cloze(question).gaps.length === 0 && 'there is no gap',
    (question) =>
      cloze(question).around.some((text) => /\{#\d|\{\d*:[A-Z]/.test(text)) && 'the text holds what looks like a gap',
    (question) =>
      cloze(question).gaps.some(({ type }) => !['numerical', 'multichoice'].includes(type)) && 'a gap has another type',
    (question) =>
      cloze(question).gaps.some(({ answers }) => !answers.some(({ fraction }) => fraction === 1)) &&
      'a gap has no right answer',
    (question) =>
      cloze(question).gaps.some(({ type, answers }) => type === 'multichoice' && answers.length < 2) &&
      'a gap has fewer than two answers',
    (question) =>
      cloze(question).gaps.some(
        ({ type, answers }) => type === 'numerical' && answers.some(({ tolerance }) => tolerance === null),
      ) && 'an answer of a numerical gap is no number with a margin',
    (question) =>
      cloze(question).gaps.some(({ answers }) =>
        answers.some(({ text, feedback }) => text.trim() === '' || /\\/.test(`${text}${feedback}`)),
      ) && 'an answer is empty, or shows a backslash',
  ],
}

/** Moodle doubles the slash in a name; a single one parts the names. */
function categoryNames(question: Node): string[] {
  const path = textOf(node(question, 'category')) ?? ''
  return path.split(/(?<!\/)\/(?!\/)/).map((name) => name.replaceAll('//', '/'))
}

const FORMATS = ['html', 'moodle_auto_format', 'plain_text', 'markdown']
/** An unknown format is taken for HTML, and none for that of the question. */
export const hasNoFormat = (of: Node | undefined) => !FORMATS.includes(of?.attributes.format ?? '')

function answersHaveFormats(question: Node): string | false {
  const answers = nodes(question, 'answer')
  return answers.some((each) => hasNoFormat(each) || hasNoFormat(node(each, 'feedback'))) && 'an answer has no format'
}

function oneOf(name: string, values: readonly string[]) {
  return (question: Node) =>
    !values.includes(wordsOf(question, name) ?? '') && `<${name}> is not one of ${values.join(', ')}`
}

const written = (question: Node) => nodes(question, 'answer').filter((answer) => textOf(answer))
const sharesOf = (question: Node) => nodes(question, 'answer').map(({ attributes }) => Number(attributes.fraction))
const rows = (question: Node) =>
  nodes(question, 'subquestion').map((row) => ({
    prompt: textOf(row) ?? '',
    answer: textOf(node(row, 'answer')) ?? '',
  }))
const cloze = (question: Node) => readCloze(textOf(node(question, 'questiontext')) ?? '')
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)

/** The shares of a mark that Moodle takes, in per cent: fractions up to sixths, tenths, and parts up to a tenth. */
const LISTED = [
  ...[1, 2, 3, 4, 5, 6, 10].flatMap((whole) => Array.from({ length: whole + 1 }, (_, part) => part / whole)),
  ...[1 / 7, 1 / 8, 1 / 9, 1 / 20],
]
const isListed = (share: number) => LISTED.some((one) => Math.abs(Math.abs(share) / 100 - one) < 0.00001)
