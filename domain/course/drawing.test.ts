import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../text/markdown'
import { drawingFaults, readStretch, readYears } from './drawing'

const SAID = 'What it shows.'

function faultsOf(...lines: string[]): string[] {
  const [block] = parseMarkdown([...lines, ':::'].join('\n')).children ?? []
  return block ? drawingFaults(block) : ['nothing was parsed']
}
const entries = (count: number, mark = '1.', below = '') =>
  Array.from({ length: count }, (_, at) => `${mark} **Name ${at}** — words${below}`).join('\n')
const test = (...parts: string[]) => faultsOf(':::test[Title]', SAID, '', ...parts)
const tree = (attributes: string, ...parts: string[]) => faultsOf(`:::tree[Title]${attributes}`, SAID, '', ...parts)
const time = (at: string, ...parts: string[]) => faultsOf(`:::time[Title]{at="${at}"}`, SAID, '', ...parts)
const lanes = (...parts: string[]) => faultsOf(':::lanes[Title]', SAID, '', ...parts)
const tracks = (on: string, ...parts: string[]) => faultsOf(`:::tracks[Title]{on="${on}"}`, SAID, '', ...parts)
const ring = (of: string, ...parts: string[]) => faultsOf(`:::ring[Title]{of="${of}"}`, SAID, '', ...parts)

const ANSWERED = '\n   - **Answer** — words'
const STEPS = '\n  1. **Step** — words\n  2. **Step** — words'

describe('a drawing that can be drawn', () => {
  it.each<[what: string, faults: string[]]>([
    ['a test', test(entries(3), '', 'The way out.')],
    [
      'a test with a way round and parts',
      test('1. **A** — x\n   > round\n   - all\n   - of these', '2. **B** — y', '3. **C** — z', '', 'Out.'),
    ],
    ['a tree', tree('', entries(2, '1.', ANSWERED))],
    ['a tree of years', tree('{years="life, 5-10"}', entries(2, '1.', ANSWERED), '', 'A note.')],
    ['a time', time('1957, 2001-02, 2025-12-08', entries(3))],
    ['lanes', lanes(entries(2, '-', STEPS), '', 'Always.', '', 'This too.')],
    ['tracks', tracks('1, 1-2+, 2?', '1. Inquiry\n2. Trial', '', entries(3, '-'))],
    ['a ring', ring('9, 7, 5', entries(3))],
  ])('%s', (_, faults) => {
    expect(faults).toEqual([])
  })
})

describe('a drawing that cannot', () => {
  it.each<[what: string, faults: string[], says: string]>([
    ['no title', faultsOf(':::test', SAID, '', entries(3), '', 'Out.'), ':::test[Title]'],
    ['no description', faultsOf(':::ring[Title]{of="1, 1, 1"}', entries(3)), 'no description'],
    ['a test of one question', test(entries(2), '', 'Out.'), '2 to 6 questions'],
    ['a test of seven questions', test(entries(8), '', 'Out.'), '2 to 6 questions'],
    ['a test without a way out', test(entries(3)), 'the way out'],
    ['a test with two ways out', test(entries(3), '', 'Out.', '', 'Out again.'), 'the way out'],
    ['a test whose outcome asks again', test(entries(2), '3. **C** — z\n   - all', '', 'Out.'), 'the outcome'],
    ['a question without a name', test('1. words\n2. words\n3. words', '', 'Out.'), '**The act**'],
    ['a bulleted test', test(entries(3, '-'), '', 'Out.'), 'one numbered list'],
    ['a tree without answers', tree('', entries(3)), 'one answer below it'],
    ['a tree with two answers', tree('', entries(2, '1.', `${ANSWERED}${ANSWERED}`)), 'one answer below it'],
    ['a tree with too few years', tree('{years="5-10"}', entries(2, '1.', ANSWERED)), 'needs 2 spans'],
    ['a tree with years off the scale', tree('{years="5-10, 20-40"}', entries(2, '1.', ANSWERED)), 'up to 30'],
    ['a time of one day', time('1957', entries(1)), '2 to 8 days'],
    ['a time that runs back', time('2001, 1957', entries(2)), 'from the earliest to the latest'],
    ['a time with a day that is none', time('1957, soon', entries(2)), 'at="2016'],
    ['a single lane', lanes(entries(1, '-', STEPS)), '2 to 5 lanes'],
    ['lanes without steps', lanes(entries(2, '-')), 'steps below it'],
    [
      'tracks over a phase that is not there',
      tracks('1, 3', '1. A\n2. B', '', entries(2, '-')),
      'phases by their number',
    ],
    ['tracks without phases', tracks('1, 1', entries(2, '-')), 'numbered list of 2 to 6 phases'],
    ['a ring without numbers', faultsOf(':::ring[Title]', SAID, '', entries(3)), 'needs 3 whole numbers'],
    ['a ring of two', ring('1, 1', entries(2)), '3 to 12 parts'],
    ['a ring of nothing', ring('0, 1, 1', entries(3)), 'whole numbers'],
  ])('%s is told what to write', (_, faults, says) => {
    expect(faults).toEqual([expect.stringContaining(says)])
  })
})

it.each([
  ['2', { from: 2, to: 2, optional: false, goesOn: false }],
  ['1-3?', { from: 1, to: 3, optional: true, goesOn: false }],
  ['2-4+', { from: 2, to: 4, optional: false, goesOn: true }],
  ['3-1', null],
  ['0', null],
])('reads the phases %s', (value, stretch) => {
  expect(readStretch(value)).toEqual(stretch)
})

it.each([
  ['life', { from: 0, to: null }],
  ['5-10', { from: 5, to: 10 }],
  ['10-5', null],
  ['5-12', null],
  ['long', null],
])('reads the years %s', (value, years) => {
  expect(readYears(value)).toEqual(years)
})
