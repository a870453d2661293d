import { hasNoFormat, IMPORTER_RULES } from './importer-rules'
import { type Node, node, nodes, questionsOf, textOf, wordsOf } from './read-quiz'

/** What the importer of Moodle 4.5 would refuse or change in a quiz, each with the name of its question. */
export function importerFaults(xml: string): string[] {
  const seen = new Set<string>()
  let category = ''
  return questionsOf(xml).flatMap((question) => {
    const type = question.attributes.type ?? ''
    if (type === 'category') category = textOf(node(question, 'category')) ?? ''
    const rules = IMPORTER_RULES[type]
    const name = textOf(node(question, 'name')) ?? type
    const faults = rules ? rules.map((fault) => fault(question)) : [`Moodle is not known to take “${type}”`]
    return [...faults, ...(type === 'category' ? [] : headFaults(question, category, seen))]
      .filter((fault) => fault !== false)
      .map((fault) => `${name}: ${fault}`)
  })
}

/** What all types have in common. A second question of one number in a category would lose the number. */
function headFaults(question: Node, category: string, seen: Set<string>): (string | false)[] {
  const number = wordsOf(question, 'idnumber') ?? ''
  const isTwice = seen.has(`${category} ${number}`)
  seen.add(`${category} ${number}`)
  const name = textOf(node(question, 'name')) ?? ''
  const asNumber = (element: string) => Number(wordsOf(question, element) || Number.NaN)
  return [
    (name === '' || name.length > 255) && 'the name is empty or longer than 255 characters',
    (number === '' || number.length > 100 || isTwice) && '<idnumber> is empty, too long, or there twice',
    !textOf(node(question, 'questiontext')) && 'the question asks nothing',
    (hasNoFormat(node(question, 'questiontext')) || hasNoFormat(node(question, 'generalfeedback'))) &&
      'a text of the question has no format',
    !(asNumber('defaultgrade') > 0) && '<defaultgrade> is no mark',
    !(asNumber('penalty') >= 0 && asNumber('penalty') <= 1) && '<penalty> is no share',
    nodes(question, 'hint').some(hasNoFormat) && 'a hint has no format',
    nodes(node(question, 'tags'), 'tag').some((tag) => !textOf(tag) || (textOf(tag) ?? '').length > 255) &&
      'a tag is empty or longer than 255 characters',
  ]
}
