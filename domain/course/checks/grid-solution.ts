import type { CaseFile } from '../../case/case-file'
import { ELEMENTS, factsNamed, type GridFile } from '../../case/grid-file'
import { verdictOf } from '../../case/qualify'
import { groupsCompared, groupsOfFile } from '../../case/worksheet/reading'
import { signName } from '../../case/worksheet/worksheet'
import type { Library } from '../../library/library'
import { LOCALES } from '../../locale'
import { parseInline } from '../../text/inline'
import { isLocalized } from '../localized-view'
import { type CourseCheck, error, type Found } from './finding'
import { type CaseSource, placeIn, type YamlSource } from './source'

const WORDS = { fewest: 500, most: 900 }
const DOCUMENTS = { fewest: 2, most: 5 }

/** A qualification grid must have the right length, and a solution that is consistent and names facts of the file. */
export const gridSolution: CourseCheck = ({ cases }, library) =>
  cases.flatMap((source) => {
    const file = gridIn(source.file)
    if (!file) return []
    const at = (key: string) => placeIn(source.file, key)
    const known = library.indicators[file.form]
      ? []
      : [error(at('form'), `“${file.form}” is no file of library/indicators: name one`)]
    return [
      ...known,
      ...length(source),
      ...facts(source, file, at),
      ...rules(file, at),
      ...guided(cases, file, at),
      ...signs(source, file, library, at),
    ]
  })

function gridIn({ value }: YamlSource<CaseFile>): GridFile | null {
  return value?.kind === 'grid' ? value : null
}

function length({ prose }: CaseSource): Found[] {
  return Object.values(prose).flatMap(({ path, words, documents }) => [
    ...(words < WORDS.fewest || words > WORDS.most
      ? [
          error(
            { path, line: 1 },
            `${words} words: ${words < WORDS.fewest ? 'write' : 'cut it to'} ${WORDS.fewest} to ${WORDS.most}`,
          ),
        ]
      : []),
    ...(documents.length < DOCUMENTS.fewest || documents.length > DOCUMENTS.most
      ? [error({ path, line: 1 }, `${documents.length} documents: a grid has ${DOCUMENTS.fewest} to ${DOCUMENTS.most}`)]
      : []),
  ])
}

/** The authors' solution of the worksheet must name signs that are asked about the file, each once and with facts. */
function signs({ prose }: CaseSource, file: GridFile, { indicators }: Library, at: At): Found[] {
  if (!file.worksheet) return []
  const { child, signs: named } = file.worksheet
  const groups = groupsCompared({ child }, groupsOfFile(indicators, file.form))
  const asked = new Set(groups.flatMap((group) => group.indicators.map(({ id }) => signName(group.id, id))))
  const stated = new Set(Object.values(prose).flatMap((text) => text.facts.map(({ id }) => id)))
  const age = child === (file.victim.minor ? 'no' : 'yes')
  return [
    ...(age ? [error(at('worksheet.child'), 'the age of the victim says otherwise under “victim”: correct one')] : []),
    ...named.flatMap(({ sign, mark, facts: quoted, why }, place) => {
      const key = at(`worksheet.signs.${place}`)
      const isTwice = named.findIndex((other) => other.sign === sign) < place
      const bare = mark !== 'unasked' && quoted.length === 0 && !why
      return [
        ...(asked.has(sign) ? [] : [error(key, `“${sign}” is no sign that is asked about this file: correct it`)]),
        ...(isTwice ? [error(key, `“${sign}” stands twice: keep one`)] : []),
        ...(bare ? [error(key, `“${sign}” rests on nothing: name its facts or say why`)] : []),
        ...quoted
          .filter((fact) => !stated.has(fact))
          .map((fact) => error(key, `${fact} is no fact of this file: correct the number`)),
      ]
    }),
  ]
}

type At = (key: string) => ReturnType<typeof placeIn>

function facts({ prose }: CaseSource, file: GridFile, at: At): Found[] {
  const stated = new Set(Object.values(prose).flatMap((text) => text.facts.map(({ id }) => id)))
  const unknown = [...factsNamed(file), ...factsReferredTo(file)].filter(({ fact }) => !stated.has(fact))
  const both = ELEMENTS.flatMap((element) => {
    const { supports, contradicts } = file.elements[element]
    const twice = supports.filter((fact) => contradicts.includes(fact))
    const crowded = supports.length + contradicts.length > stated.size / 2
    return [
      ...twice.map((fact) => error(at(`elements.${element}`), `${fact} both supports and contradicts: choose one`)),
      ...(crowded && stated.size > 0
        ? [error(at(`elements.${element}`), 'over half of the facts are named: most facts of a file prove nothing')]
        : []),
    ]
  })
  return [...unknown.map(({ fact, key }) => error(at(key), `${fact} is no fact of this file: correct the id`)), ...both]
}

/** The facts that feedback, readings and reasons point to with `:ref[F3]`. */
function factsReferredTo(file: GridFile): { fact: string; key: string }[] {
  const under = (value: unknown, key: string): { fact: string; key: string }[] => {
    if (value === null || typeof value !== 'object') return []
    if (!isLocalized(value)) {
      return Object.entries(value).flatMap(([name, item]) => under(item, key === '' ? name : `${key}.${name}`))
    }
    return LOCALES.flatMap((locale) =>
      parseInline(value[locale] ?? '').flatMap((part) =>
        part.kind === 'ref' && /^F\d/.test(part.text) ? [{ fact: part.text, key: `${key}.${locale}` }] : [],
      ),
    )
  }
  return under(file, '')
}

/** The rules for a solution: those of the statute, and those that keep its parts consistent. */
function rules(file: GridFile, at: At): Found[] {
  const { act, means, purpose, threshold, aggravation, qualification } = file.elements
  const { minor } = file.victim
  const verdict = verdictOf(file)
  const told: readonly (readonly [wrong: boolean, key: string, message: string])[] = [
    [
      minor !== (means.value === 'not-required'),
      'means.value',
      'means are “not-required” for a victim under 18, and only then',
    ],
    [
      minor !== (threshold.value === 'unsettled'),
      'threshold.value',
      'for a victim under 18 the place of paragraph 4 is “unsettled”, and only then',
    ],
    [
      !minor && threshold.value !== 'unsettled' && threshold.value !== reached(threshold.effects),
      'threshold.effects',
      'the three effects and the value of the threshold do not agree',
    ],
    [
      (purpose.value === 'made-out') !== (purpose.aim !== undefined),
      'purpose.aim',
      'a purpose that is made out names its “aim”, any other names none',
    ],
    [purpose.others.length === 0, 'purpose.others', 'offer at least one other form of exploitation'],
    [purpose.aim !== undefined && purpose.others.includes(purpose.aim), 'purpose.others', 'the aim is offered twice'],
    [
      (aggravation.value === 'made-out') !== aggravation.circumstances.length > 0,
      'aggravation.circumstances',
      'name the circumstances that are made out, and none otherwise',
    ],
    [aggravation.others.length === 0, 'aggravation.others', 'offer at least one other circumstance'],
    [
      aggravation.others.some((id) => aggravation.circumstances.includes(id)),
      'aggravation.others',
      'a circumstance is offered twice',
    ],
    [
      minor && file.verdict === 'trafficking' && !aggravation.circumstances.includes('minor-victim'),
      'aggravation.circumstances',
      'trafficking in a victim under 18 is aggravated: name “minor-victim”',
    ],
    [
      !['trafficking', 'none', 'unsettled', ...qualification.others.map(({ id }) => id)].includes(qualification.value),
      'qualification.value',
      `“${qualification.value}” is not among the answers that are offered`,
    ],
    [
      qualification.others.some(({ id }) => ['trafficking', 'none', 'unsettled'].includes(id)),
      'qualification.others',
      'another offence needs an id of its own',
    ],
    [verdict !== file.verdict, '', `the elements lead to “${verdict}” and the verdict is “${file.verdict}”`],
    [
      (qualification.value === 'trafficking') !== (file.verdict === 'trafficking'),
      'qualification.value',
      'the qualification and the verdict do not agree',
    ],
    [
      (qualification.value === 'unsettled') !== (file.verdict === 'doubtful'),
      'qualification.value',
      'a doubtful file has the qualification “unsettled”, and only a doubtful one',
    ],
    [act.value === 'made-out' && act.supports.length === 0, 'act.supports', 'no fact supports this: name at least one'],
    [
      purpose.value === 'made-out' && purpose.supports.length === 0,
      'purpose.supports',
      'no fact supports this: name at least one',
    ],
    [minor && means.supports.length === 0, 'means.supports', 'name the fact that proves the age'],
  ]
  return [
    ...told.flatMap(([wrong, key, message]) =>
      wrong ? [error(at(key === '' ? 'verdict' : `elements.${key}`), message)] : [],
    ),
    ...ELEMENTS.flatMap((element) => {
      const { value, readings } = file.elements[element]
      if ((value === 'unsettled') === (readings !== undefined)) return []
      return [
        error(at(`elements.${element}`), 'an element that is “unsettled” has two readings or more, any other has none'),
      ]
    }),
  ]
}

function reached({ will, freedom, dignity }: GridFile['elements']['threshold']['effects']) {
  const effects = [will, freedom, dignity]
  if (effects.includes('not-made-out')) return 'not-made-out'
  return effects.every((effect) => effect === 'made-out') ? 'made-out' : 'undecided'
}

/** The first file must show its solution step by step, and no two files may have the same place. */
function guided(cases: readonly CaseSource[], file: GridFile, at: At): Found[] {
  const grids = cases.flatMap((source) => gridIn(source.file) ?? [])
  const first = Math.min(...grids.map(({ order }) => order))
  const same = grids.filter(({ order }) => order === file.order).length > 1
  return [
    ...(file.order === first && file.guidance !== 'worked'
      ? [error(at('guidance'), 'the first file shows its solution: write “guidance: worked”')]
      : []),
    ...(same ? [error(at('order'), `two files have the place ${file.order}: give each its own`)] : []),
  ]
}
