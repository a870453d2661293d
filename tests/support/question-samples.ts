import type { AnswerState } from '@/domain/question/is-complete'
import type { KeyOf, QuestionKind } from '@/domain/question/question'
import {
  completing,
  computing,
  marking,
  matching,
  multipleChoice,
  ordering,
  ranking,
  singleChoice,
  trueFalse,
} from './course-factories'

/** A stored answer with its grade. Rows of earlier versions stay valid: samples may be added but never changed. */
type Stored = { json: string; points: number; state: AnswerState; right: readonly boolean[] }
type Sample<K extends QuestionKind> = {
  key: KeyOf<K>
  /** The same question as a release stores it. */
  release: string
  stored: readonly Stored[]
  /** Rows that do not fit the question: they earn no points. */
  misfits: readonly string[]
  /** The fields that a page posts for the right answer. */
  fields: readonly (readonly [string, string])[]
}

const TEXT = (id: string) => `{"ar":"نص ${id}","fr":"texte ${id}","en":"text ${id}"}`
const SAID = (id: string) => `"feedback":${TEXT(id)},"cites":["cp-448-1#2"]`
const OPTION = (id: string) => `{"id":"${id}","text":${TEXT(id)},${SAID(`feedback ${id}`)}}`
const OPTIONS = `"options":[${['a', 'b', 'c'].map(OPTION).join()}]`
const ASK = (id: string) => `{"id":"${id}","label":${TEXT(id)},"unit":"years","tolerance":0}`
const RESULT = (id: string, ask: string, value: number) =>
  `{"id":"${id}","ask":"${ask}","value":${value},${SAID(`feedback ${id}`)}}`
const CHOICE = (id: string, blank: string) =>
  `{"id":"${id}","text":${TEXT(id)},${SAID(`feedback ${id}`)},"blank":"${blank}"}`
const ASKED =
  `"id":"q1","objective":"qualify","pattern":false,"stem":${TEXT('stem q1')},"explanation":${TEXT('explanation')},` +
  '"cites":["cp-448-1#2"],"reread":"offence#act"'

/** One question of every kind with its rows. A kind without samples does not compile. */
export const SAMPLES: { readonly [K in QuestionKind]: Sample<K> } = {
  single: {
    key: singleChoice(),
    release: `{${ASKED},"kind":"single",${OPTIONS},"correct":["a"]}`,
    stored: [
      { json: '["a"]', points: 1, state: 'answered', right: [true] },
      { json: '["c"]', points: 0, state: 'answered', right: [false] },
    ],
    misfits: ['[]', '["a","b"]', '["z"]', '{"p1":"a"}'],
    fields: [['a', 'a']],
  },
  multiple: {
    key: multipleChoice(),
    release: `{${ASKED},"kind":"multiple",${OPTIONS},"correct":["a","b"]}`,
    stored: [
      { json: '["b","a"]', points: 1, state: 'answered', right: [true, true] },
      { json: '["a"]', points: 0.5, state: 'answered', right: [true, false] },
      { json: '["c","a"]', points: 0, state: 'answered', right: [false, true, false] },
    ],
    misfits: ['[]', '["a","a"]', '["a","z"]', '{"a":"1"}'],
    fields: [
      ['a', 'a'],
      ['a', 'b'],
    ],
  },
  'true-false': {
    key: trueFalse(),
    release:
      `{${ASKED},"kind":"true-false","options":[{"id":"true",${SAID('true')}},{"id":"false",${SAID('false')}}],` +
      '"correct":["true"]}',
    stored: [
      { json: '["true"]', points: 1, state: 'answered', right: [true] },
      { json: '["false"]', points: 0, state: 'answered', right: [false] },
    ],
    misfits: ['["true","false"]', '["a"]', '{"true":"1"}'],
    fields: [['a', 'true']],
  },
  matching: {
    key: matching(),
    release:
      `{${ASKED},"kind":"matching","prompts":[{"id":"p1","text":${TEXT('p1')}},{"id":"p2","text":${TEXT('p2')}}],` +
      `${OPTIONS},"correct":{"p1":"a","p2":"b"}}`,
    stored: [
      { json: '{"p2":"b","p1":"a"}', points: 1, state: 'answered', right: [true, true] },
      { json: '{"p1":"b","p2":"b"}', points: 0.5, state: 'answered', right: [false, true] },
      { json: '{"p1":"a"}', points: 0.5, state: 'incomplete', right: [true, false] },
    ],
    misfits: ['{}', '{"p3":"a"}', '{"p1":"z"}', '["a","b"]'],
    fields: [
      ['m.p1', 'a'],
      ['m.p2', 'b'],
    ],
  },
  ordering: {
    key: ordering(),
    release: `{${ASKED},"kind":"ordering",${OPTIONS},"correct":["c","a","b"]}`,
    stored: [
      { json: '["c","a","b"]', points: 1, state: 'answered', right: [true, true, true] },
      { json: '["c","b","a"]', points: 0, state: 'answered', right: [true, false, false] },
      { json: '{"c":"1","a":"2"}', points: 0, state: 'incomplete', right: [true, true, false] },
      { json: '{"c":"1","a":"1","b":"3"}', points: 0, state: 'incomplete', right: [false, false, true] },
    ],
    misfits: ['["c","a"]', '["c","c","a"]', '{"c":"1","a":"2","b":"3"}', '{"c":"4"}', '{"z":"1"}'],
    fields: [
      ['o.a', '2'],
      ['o.b', '3'],
      ['o.c', '1'],
    ],
  },
  ranking: {
    key: ranking(),
    release: `{${ASKED},"kind":"ranking",${OPTIONS},"correct":{"a":"2","b":"2","c":"1"}}`,
    stored: [
      { json: '{"a":"2","b":"2","c":"1"}', points: 1, state: 'answered', right: [true, true, true] },
      { json: '{"a":"2","b":"3","c":"1"}', points: 1 / 3, state: 'answered', right: [true, true, false] },
      { json: '{"a":"1","b":"1","c":"1"}', points: 0, state: 'answered', right: [true, false, false] },
    ],
    misfits: ['{}', '{"a":"1","b":"2"}', '{"a":"1","b":"1","c":"3"}', '{"a":"0","b":"1","c":"2"}', '["c","a","b"]'],
    fields: [
      ['k.a', '2'],
      ['k.b', '2'],
      ['k.c', '1'],
    ],
  },
  computing: {
    key: computing(),
    release:
      `{${ASKED},"kind":"computing","asks":[${['min', 'max'].map(ASK).join()}],"options":[` +
      `${[RESULT('a', 'min', 10), RESULT('b', 'min', 5), RESULT('c', 'max', 20.5), RESULT('d', 'max', 10)].join()}],` +
      `"correct":{"min":"10","max":"20.5"},"steps":[${TEXT('step')}]}`,
    stored: [
      { json: '{"min":"10","max":"20.5"}', points: 1, state: 'answered', right: [true, true] },
      { json: '{"min":"10","max":"10"}', points: 0.5, state: 'answered', right: [true, false] },
      { json: '{"min":"3","max":"20"}', points: 0, state: 'answered', right: [false, false] },
      { json: '{"max":"20.5"}', points: 0.5, state: 'incomplete', right: [false, true] },
    ],
    misfits: ['{}', '{"min":"10,000"}', '{"min":"ten"}', '{"min":"10 months"}', '{"z":"10"}', '["10"]'],
    fields: [
      ['n.min', '10'],
      ['n.max', '20.5'],
    ],
  },
  marking: {
    key: marking(),
    release: `{${ASKED},"kind":"marking","passage":${TEXT('{a} and {b}.\\n\\n{c}')},${OPTIONS},"correct":["a","b"]}`,
    stored: [
      { json: '["b","a"]', points: 1, state: 'answered', right: [true, true] },
      { json: '["a"]', points: 0.5, state: 'answered', right: [true, false] },
      { json: '["c","a"]', points: 0, state: 'answered', right: [false, true, false] },
    ],
    misfits: ['[]', '["a","a"]', '["a","z"]', '{"a":"1"}'],
    fields: [
      ['a', 'a'],
      ['a', 'b'],
    ],
  },
  completing: {
    key: completing(),
    release:
      `{${ASKED},"kind":"completing","passage":${TEXT('{b1} and {b2}')},"options":[` +
      `${[CHOICE('a', 'b1'), CHOICE('b', 'b1'), CHOICE('c', 'b2'), CHOICE('d', 'b2')].join()}],` +
      '"correct":{"b1":"a","b2":"d"}}',
    stored: [
      { json: '{"b2":"d","b1":"a"}', points: 1, state: 'answered', right: [true, true] },
      { json: '{"b1":"a","b2":"c"}', points: 0.5, state: 'answered', right: [true, false] },
      { json: '{"b2":"d"}', points: 0.5, state: 'incomplete', right: [false, true] },
    ],
    misfits: ['{}', '{"b1":"c"}', '{"b3":"a"}', '{"b1":"z"}', '["a","d"]'],
    fields: [
      ['m.b1', 'a'],
      ['m.b2', 'd'],
    ],
  },
}
