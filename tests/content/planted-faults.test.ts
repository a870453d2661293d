import { afterAll, afterEach, expect, it } from 'vitest'
import { type Document, isMap, isSeq, parse } from 'yaml'
import { checkedCourse, checkedCourses, errorsIn } from '@/server/content/check-content'
import { readLibrary } from '@/server/content/read-library'
import { type ContentCopy, contentCopy } from '../support/content-copy'
import { shippedLibrary } from '../support/shipped-content'

const COURSE = 'courses/fundamentals'
const FRENCH = `${COURSE}/offence/fr.md`
const REFERRAL = 'courses/referral/first-steps/fr.md'
const ARABIC = `${COURSE}/offence/ar.md`
const LESSON = `${COURSE}/offence/lesson.yaml`
const PRACTICE = `${COURSE}/offence/practice.yaml`
const BANK = `${COURSE}/bank/qualify.yaml`
const SECOND = `${COURSE}/second/offence.yaml`

const library = shippedLibrary()

// One copy for all: each test undoes what it has planted.
const copy = contentCopy()
afterEach(copy.undo)
afterAll(copy.discard)

const append = (text: string) => (before: string) => `${before.trimEnd()}\n\n${text}\n`
/** The index of the first question of a kind. */
function first(document: Document, kind: string): number {
  const items = isSeq(document.contents) ? document.contents.items : []
  return items.findIndex((item) => isMap(item) && item.get('kind') === kind)
}
const inFirst = (kind: string, keys: (string | number)[], value: unknown) => (document: Document) =>
  document.setIn([first(document, kind), ...keys], value)

/** Drawings with a fault: a part that their kind requires is missing, or there are too many words. */
const DRAWN_WRONG: readonly [fault: string, text: string][] = [
  ['a drawing without a title', ':::test\nDit.\n\n1. **A**\n2. **B**\n3. **C**\n\nSortie.\n:::'],
  ['a drawing without a description', ':::time[Titre]{at="2016, 2018"}\n1. **2016**\n2. **2018**\n:::'],
  ['a test without a way out', ':::test[Titre]\nDit.\n\n1. **A**\n2. **B**\n3. **C**\n:::'],
  ['a tree without answers', ':::tree[Titre]\nDit.\n\n1. Un ?\n2. Deux ?\n:::'],
  ['a time without dates', ':::time[Titre]\nDit.\n\n1. **2016**\n2. **2018**\n:::'],
  ['lanes without steps', ':::lanes[Titre]\nDit.\n\n- Un\n- Deux\n:::'],
  ['tracks without phases', ':::tracks[Titre]{on="1, 1"}\nDit.\n\n- **A**\n- **B**\n:::'],
  ['a ring without numbers', ':::ring[Titre]\nDit.\n\n1. **A**\n2. **B**\n3. **C**\n:::'],
  ['a drawing of many words', `:::test[Titre]\n${'mot '.repeat(201)}\n\n1. **A**\n2. **B**\n3. **C**\n\nSortie.\n:::`],
]

it.each<[fault: string, check: string, path: string, plant: (copy: ContentCopy) => void]>([
  [
    'a translation that is not there',
    'missing-translation',
    `${COURSE}/offence/en.md`,
    (c) => c.remove(`${COURSE}/offence/en.md`),
  ],
  ['a stale translation', 'stale-translation', FRENCH, (c) => c.editYaml(LESSON, (d) => d.set('revision', 99))],
  [
    'a course that does not say when a lesson is done',
    'schema',
    `${COURSE}/course.yaml`,
    (c) => c.editYaml(`${COURSE}/course.yaml`, (d) => d.delete('complete')),
  ],
  [
    'a rule of completion that there is not',
    'schema',
    `${COURSE}/course.yaml`,
    (c) => c.editYaml(`${COURSE}/course.yaml`, (d) => d.set('complete', ['read-slowly'])),
  ],
  ['typed minutes', 'schema', LESSON, (c) => c.editYaml(LESSON, (d) => d.set('minutes', 18))],
  [
    'a title without English',
    'missing-translation',
    LESSON,
    (c) => c.editYaml(LESSON, (d) => d.deleteIn(['title', 'en'])),
  ],
  ['a stem without Arabic', 'missing-translation', BANK, (c) => c.editYaml(BANK, (d) => d.deleteIn([0, 'stem', 'ar']))],
  [
    'an unknown citation in a text',
    'unknown-citation',
    FRENCH,
    (c) => c.edit(FRENCH, (t) => t.replace('id="cp-448-1#4"', 'id="cp-448-1#9"')),
  ],
  [
    'an unknown citation in single quotes',
    'unknown-citation',
    FRENCH,
    (c) => c.edit(FRENCH, (t) => t.replace('id="cp-448-1#4"', "id='cp-448-1#9'")),
  ],
  [
    'an unknown citation of a question, without quotes',
    'unknown-citation',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'explanation', 'fr'], 'Voir :cite[ceci]{id=cp-999}.')),
  ],
  [
    'an article that one language of a question names',
    'same-references',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'explanation', 'fr'], 'C’est l’article 999 qui le dit.')),
  ],
  [
    'a year that one language of a lesson names',
    'same-references',
    ARABIC,
    (c) => c.edit(FRENCH, (t) => t.replace('\n\n::law', ' Voir la loi de 1913.\n\n::law')),
  ],
  [
    'an unknown citation of an option',
    'unknown-citation',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'options', 0, 'cites', 0], 'cp-999')),
  ],
  [
    'an unknown statute block',
    'unknown-citation',
    FRENCH,
    (c) => c.edit(FRENCH, (t) => t.replace(/::law\{cite="[^"]*"\}/, '::law{cite="cp-999"}')),
  ],
  [
    'an option without feedback',
    'option-feedback',
    PRACTICE,
    (c) => c.editYaml(PRACTICE, (d) => d.deleteIn([0, 'options', 0, 'feedback'])),
  ],
  [
    'feedback in two languages only',
    'option-feedback',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.deleteIn([0, 'options', 0, 'feedback', 'fr'])),
  ],
  [
    'feedback that cites nothing',
    'schema',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'options', 0, 'cites'], [])),
  ],
  [
    'a paragraph that only one language has',
    'equal-structure',
    FRENCH,
    (c) => c.edit(FRENCH, append('Un paragraphe.')),
  ],
  [
    'a question id taken by another',
    'duplicate-id',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([1, 'id'], d.getIn([0, 'id']))),
  ],
  [
    'a practice question in the bank',
    'duplicate-id',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'id'], 'offence-p1')),
  ],
  [
    'a section id taken by another',
    'duplicate-id',
    FRENCH,
    (c) => c.edit(FRENCH, (t) => t.replace('{#means}', '{#act}')),
  ],
  ['a key that does not exist', 'unknown-key', BANK, (c) => c.editYaml(BANK, inFirst('single', ['correct'], ['z']))],
  [
    'a question with no right answer',
    'right-answer',
    BANK,
    (c) => c.editYaml(BANK, inFirst('single', ['correct'], [])),
  ],
  ['a question without a key', 'right-answer', BANK, (c) => c.editYaml(BANK, (d) => d.deleteIn([0, 'correct']))],
  [
    'a raw article number in an Arabic text',
    'raw-number',
    ARABIC,
    (c) => c.edit(ARABIC, append('ينص الفصل 448-1 على ذلك.')),
  ],
  [
    'a raw article number in an Arabic stem',
    'raw-number',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'stem', 'ar'], 'الفصل 448-1؟')),
  ],
  ['Arabic-Indic digits', 'arabic-indic-digits', ARABIC, (c) => c.edit(ARABIC, append('سنة ٢٠١٦.'))],
  ['a no-break hyphen', 'no-break-hyphen', FRENCH, (c) => c.edit(FRENCH, append('Loi 27\u201114.'))],
  ['a character that no font holds', 'font-glyphs', FRENCH, (c) => c.edit(FRENCH, append('Fait ✓.'))],
  ['a heading jump', 'heading-order', FRENCH, (c) => c.edit(FRENCH, append('##### Trop bas {#too-low}'))],
  [
    'a sensitive lesson not said to be so',
    'care-notice',
    LESSON,
    (c) => c.editYaml(LESSON, (d) => d.set('sensitive', false)),
  ],
  ['a dead link', 'dead-link', FRENCH, (c) => c.edit(FRENCH, append('Voir [la suite](#nowhere).'))],
  [
    'a passage to reread that is not there',
    'dead-link',
    BANK,
    (c) => c.editYaml(BANK, (d) => d.setIn([0, 'reread'], 'offence#nowhere')),
  ],
  ['an image without alternative text', 'image-text', FRENCH, (c) => c.edit(FRENCH, append('![](carte.png)'))],
  ['a forbidden French variant', 'forbidden-term', FRENCH, (c) => c.edit(FRENCH, append('Le trafic d’êtres humains.'))],
  ['a forbidden Arabic variant', 'forbidden-term', ARABIC, (c) => c.edit(ARABIC, append('حسب قانون العقوبات.'))],
  [
    'an unknown term',
    'unknown-term',
    FRENCH,
    (c) => c.edit(FRENCH, (t) => t.replace(/\{term="[^"]*"\}/, '{term="nothing"}')),
  ],
  [
    'a practice question that is not in the text',
    'quiz-placement',
    FRENCH,
    (c) => c.edit(FRENCH, (t) => t.replace('::quiz{id="offence-p1"}', '')),
  ],
  [
    'an address set apart from its link',
    'supported-markup',
    FRENCH,
    (c) => c.edit(FRENCH, append('[448-1]: https://example.org')),
  ],
  ['a directive that does not exist', 'supported-markup', FRENCH, (c) => c.edit(FRENCH, append('::figure{id="x"}'))],
  [
    'a box that is not closed',
    'nested-block',
    FRENCH,
    (c) => c.edit(FRENCH, append(':::note[Titre]\nTexte\n\n## Suite {#next}')),
  ],
  ...DRAWN_WRONG.map(([fault, text]): [string, string, string, (copy: ContentCopy) => void] => [
    fault,
    'drawing-shape',
    FRENCH,
    (c) => c.edit(FRENCH, append(text)),
  ]),
  [
    'an unknown citation in a drawing',
    'unknown-citation',
    FRENCH,
    (c) =>
      c.edit(
        FRENCH,
        append(':::ring[Titre]{of="1, 1, 1"}\nDit.\n\n1. **A** — :cite[ici]{id="cp-999"}\n2. **B**\n3. **C**\n:::'),
      ),
  ],
  [
    'a drawing whose numbers differ in one language',
    'equal-structure',
    FRENCH,
    (c) => {
      const ring = (of: string) => append(`:::ring[${of}]{of="${of}"}\nDit.\n\n1. **A**\n2. **B**\n3. **C**\n:::`)
      for (const path of [ARABIC, `${COURSE}/offence/en.md`]) c.edit(path, ring('1, 2, 3'))
      c.edit(FRENCH, ring('1, 2, 4'))
    },
  ],
  [
    'a film without files',
    'video-files',
    FRENCH,
    (c) => c.edit(FRENCH, append(':::video[Titre]{file="nothing"}\nDit.\n\n1. Un mot.\n:::')),
  ],
  [
    'an option “all of the above”',
    'catch-all-option',
    BANK,
    (c) => c.editYaml(BANK, inFirst('single', ['options', 0, 'text', 'en'], 'All of the above')),
  ],
  [
    'a blueprint that does not add up',
    'exam-blueprint',
    `${COURSE}/exam.yaml`,
    (c) => c.edit(`${COURSE}/exam.yaml`, (t) => t.replace('questions: 20', 'questions: 19')),
  ],
  [
    'a second form of no question',
    'second-form',
    SECOND,
    (c) => c.editYaml(SECOND, (d) => d.setIn([0, 'after'], 'offence-p99')),
  ],
  [
    'a second form without the question that it follows',
    'second-form',
    SECOND,
    (c) => c.editYaml(SECOND, (d) => d.deleteIn([0, 'after'])),
  ],
  [
    'a second form with the stem of an exam question',
    'repeated-question',
    SECOND,
    (c) => {
      const [exam] = parse(c.read(BANK))
      c.editYaml(SECOND, (d) => d.setIn([0, 'stem'], exam.stem))
    },
  ],
  [
    'an unknown citation of a second form',
    'unknown-citation',
    SECOND,
    (c) => c.editYaml(SECOND, (d) => d.setIn([0, 'options', 0, 'cites', 0], 'cp-999')),
  ],
  [
    'a second form without English',
    'missing-translation',
    SECOND,
    (c) => c.editYaml(SECOND, (d) => d.deleteIn([0, 'stem', 'en'])),
  ],
  ['YAML that is none', 'yaml', BANK, (c) => c.edit(BANK, append('- id: [broken'))],
  [
    'a lesson that the outline does not name',
    'outline',
    LESSON,
    (c) => c.edit(`${COURSE}/course.yaml`, (t) => t.replace('offence, ', '')),
  ],
])('refuses %s, with its place and what to do', (_, check, path, plant) => {
  plant(copy)
  const errors = errorsIn(checkedCourse(copy.root, 'fundamentals', library).findings)

  const finding = errors.find((each) => each.check === check && each.path === path)
  expect(finding, JSON.stringify(errors.slice(0, 3))).toBeDefined()
  expect(finding?.line).toBeGreaterThan(0)
  expect(finding?.line).toBeLessThanOrEqual(lineCount(path) + 1)
  expect(finding?.message).toMatch(/:/)
})

it('refuses a sentence that another course repeats, with its place there', () => {
  const sentence = 'Le magistrat relit ce dossier en entier avant de rendre sa décision.'
  copy.edit(FRENCH, append(sentence))
  copy.edit(REFERRAL, append(sentence))
  const repeats = checkedCourses(copy.root, ['referral'], library)
    .flatMap(({ findings }) => errorsIn(findings))
    .filter(({ check }) => check === 'repeated-sentence')

  expect(repeats).toMatchObject([{ path: REFERRAL, line: lineCount(REFERRAL) }])
})

it.each([
  ['a raw number', ARABIC, 'ينص الفصل 448-1.', 'raw-number'],
  ['a dead link', FRENCH, '[suite](#nowhere)', 'dead-link'],
])('gives the line of %s', (_, file, text, check) => {
  copy.edit(file, append(text))

  const { findings } = checkedCourse(copy.root, 'fundamentals', library)
  expect(findings.find((finding) => finding.check === check)?.line).toBe(lineCount(file))
})

const DECISION = 'library/cases/cedh-sm-2020.yaml'
const PLAN_RULES = 'library/referral/rules.yaml'
const CHECKLISTS = 'library/checklists.yaml'
const CARD = 'library/law/criminal-procedure/cpp-109.yaml'

it.each<[fault: string, check: string, path: string, plant: (copy: ContentCopy) => void]>([
  [
    'a name in a decision',
    'decision-privacy',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['facts', 'fr'], 'M. Untel a recruté deux personnes.')),
  ],
  [
    'a bare name in a decision',
    'decision-privacy',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['outcome', 'en'], 'The court convicted Omar Tazi.')),
  ],
  [
    'a link of a decision to the press',
    'decision-privacy',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['sources', 0, 'url'], 'https://press.example/article')),
  ],
  [
    'an article that one language of a decision names',
    'same-references',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['legalPoint', 'fr'], 'L’article 999 s’applique-t-il ?')),
  ],
  [
    'a holding that is no option',
    'decision-files',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['prediction', 'holding'], 'z')),
  ],
  [
    'a keyword that is not in the list',
    'decision-files',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['keywords', 0], 'ghost')),
  ],
  [
    'a checklist that cites nothing of the library',
    'library-references',
    CHECKLISTS,
    (c) => c.editYaml(CHECKLISTS, (d) => d.setIn([0, 'items', 0, 'cites', 0], 'cp-999')),
  ],
  [
    'an article named in words of which the library has nothing',
    'named-article',
    DECISION,
    (c) => c.editYaml(DECISION, (d) => d.setIn(['facts', 'en'], 'Article 998 was not applied.')),
  ],
  [
    'a card that does not say where its text can be read',
    'law-address',
    CARD,
    (c) => c.editYaml(CARD, (d) => d.deleteIn(['versions', 0, 'url'])),
  ],
  [
    'a rule of referral that cites nothing of the library',
    'library-references',
    PLAN_RULES,
    (c) => c.editYaml(PLAN_RULES, (d) => d.setIn([0, 'cites', 0], 'cpp-999')),
  ],
  [
    'a rule of referral that calls for harm',
    'plan-rules',
    PLAN_RULES,
    (c) => c.editYaml(PLAN_RULES, (d) => d.setIn([0, 'step'], 'confront')),
  ],
])('refuses %s in the library', (_, check, path, plant) => {
  plant(copy)

  const finding = errorsIn(readLibrary(copy.root).findings).find((each) => each.check === check && each.path === path)
  expect(finding?.message).toMatch(/:/)
})

it('finds nothing once the faults are gone', () => {
  expect(errorsIn(checkedCourse(copy.root, 'fundamentals', library).findings)).toEqual([])
  expect(errorsIn(readLibrary(copy.root).findings)).toEqual([])
})

function lineCount(file: string): number {
  try {
    return copy.read(file).trimEnd().split('\n').length
  } catch {
    return 1
  }
}

it.each<[fault: string, check: string, path: string, plant: (document: Document) => void]>([
  [
    'a model that one language has a place less to fill in',
    'model-wording',
    'library/models/operative-part.yaml',
    (d) => d.setIn(['parts', 1, 'text', 'fr'], 'Cour d’appel, chambre criminelle'),
  ],
  [
    'a model without its signatures',
    'model-wording',
    'library/models/letter-rogatory.yaml',
    (d) => d.deleteIn(['parts', (d.getIn(['parts']) as { items: unknown[] }).items.length - 1]),
  ],
  [
    'a point that names an article and does not cite it',
    'named-and-cited',
    'library/procedure-checklists.yaml',
    (d) =>
      d.setIn([0, 'items', 0, 'text'], {
        ar: 'وفق المادة 287.',
        fr: 'Selon l’article 287.',
        en: 'As article 287 says.',
      }),
  ],
  [
    'a point without a citation',
    'schema',
    'library/procedure-checklists.yaml',
    (d) => d.setIn([0, 'items', 0, 'cites'], []),
  ],
  [
    'an unknown citation of a model',
    'library-references',
    'library/models/operative-part.yaml',
    (d) => d.setIn(['parts', 0, 'cites', 0], 'cp-999'),
  ],
  [
    'an unknown citation of a brief',
    'library-references',
    'library/briefs/custody.yaml',
    (d) => d.setIn(['elements', 0, 'cites', 0], 'cpp-9999'),
  ],
  [
    'a brief that shows a note which its provision has not',
    'library-references',
    'library/briefs/endangering.yaml',
    (d) => d.setIn(['traps', 0, 'notes', 0], 9),
  ],
  [
    'a point of a brief that names an article and does not cite it',
    'named-and-cited',
    'library/briefs/custody.yaml',
    (d) =>
      d.setIn(['mistakes', 0, 'text'], {
        ar: 'وفق المادة 287.',
        fr: 'Selon l’article 287.',
        en: 'As article 287 says.',
      }),
  ],
  [
    'a brief without the French of a degree',
    'missing-translation',
    'library/briefs/trafficking.yaml',
    (d) => d.deleteIn(['degrees', 1, 'when', 'fr']),
  ],
  [
    'a leading question about a sign',
    'leading-question',
    'library/indicators/general.yaml',
    (d) => d.setIn(['indicators', 0, 'ask', 'fr'], 'Vous aviez peur, n’est-ce pas ?'),
  ],
  [
    'a sign without what to record',
    'schema',
    'library/indicators/general.yaml',
    (d) => d.deleteIn(['indicators', 0, 'record']),
  ],
  [
    'a model without its French',
    'missing-translation',
    'library/models/operative-part.yaml',
    (d) => d.deleteIn(['parts', 2, 'text', 'fr']),
  ],
])('refuses in the library %s', (_, check, path, plant) => {
  copy.editYaml(path, plant)

  expect(readLibrary(copy.root).findings).toContainEqual(
    expect.objectContaining({ check, path, severity: 'error', message: expect.stringContaining(':') }),
  )
})
