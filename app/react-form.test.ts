import { expect, it } from 'vitest'
import { AppError } from '@/domain/errors'
import { isPlainForm, isScriptForm, requireReactForm } from './react-form'

const STATE = '[{"summary":[],"errors":{},"values":{}}]'
const TYPED = '{"problem":"$undefined","values":{"name":"$$x"},"summary":[{"name":"a","text":"b"}],"errors":{"a":"b"}}'
const ID = `60${'a'.repeat(40)}`
const BARE = `00${'b'.repeat(40)}`
const REFERENCE = `{"id":"${ID}","bound":"$@1"}`

type Fields = Record<string, string | Blob>

function form(fields: Fields): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const plain = (changed: Fields = {}) =>
  form({
    $ACTION_REF_1: '',
    '$ACTION_1:0': REFERENCE,
    '$ACTION_1:1': STATE,
    $ACTION_KEY: 'k1',
    email: 'a@example.ma',
    ...changed,
  })

function twice(fields: FormData, name: string): FormData {
  fields.append(name, fields.get(name) ?? '')
  return fields
}

it.each([
  ['with an untouched state', plain()],
  ['with what was typed before', plain({ '$ACTION_1:1': `[${TYPED}]` })],
  ['of an action that takes nothing', form({ [`$ACTION_ID_${BARE}`]: '' })],
])('knows a form sent without JavaScript %s', (_, sent) => {
  expect(isPlainForm(sent)).toBe(true)
})

it.each<[string, FormData]>([
  ['that names no action', form({ email: 'a@example.ma' })],
  ['that names two actions', plain({ [`$ACTION_ID_${BARE}`]: '' })],
  ['that names an action twice', twice(plain(), '$ACTION_1:0')],
  ['of an action that takes a state, without one', form({ [`$ACTION_ID_${ID}`]: '' })],
  ['of what is no action', form({ '$ACTION_ID_fatima@court.example': '' })],
  ['that says nothing of its action', form({ $ACTION_REF_1: '', '$ACTION_1:1': STATE })],
  ...['[]', 'null', '"x"', '"$@2"', '"$1"'].map((bound): [string, FormData] => [
    `bound to ${bound}`,
    plain({ '$ACTION_1:0': `{"id":"${ID}","bound":${bound}}` }),
  ]),
  ['bound to nothing', plain({ '$ACTION_1:0': `{"id":"${ID}"}` })],
  ['whose state is missing', form({ $ACTION_REF_1: '', '$ACTION_1:0': REFERENCE })],
  ...['{{{', '[]', '[{},{}]', '["x"]', '[null]', '[[]]', '[1]', '[{"summary":"$Q9"}]', '[{"a":{"b":{"c":{}}}}]'].map(
    (state): [string, FormData] => [`whose state is ${state}`, plain({ '$ACTION_1:1': state })],
  ),
  ['whose state is too deep to walk', plain({ '$ACTION_1:1': `[{"a":${'['.repeat(9e4)}${']'.repeat(9e4)}}]` })],
  ['whose state is a file', plain({ '$ACTION_1:1': new Blob([STATE]) })],
])('refuses a form sent without JavaScript %s', (_, sent) => {
  expect(isPlainForm(sent)).toBe(false)
})

it('knows a form sent by its script', () => {
  expect(isScriptForm(form({ _1_email: 'a@example.ma', '0': `[${TYPED},"$K1"]` }), ID)).toBe(true)
})

it.each([
  ['without its arguments', { _1_email: 'x' }],
  ['with broken arguments', { '0': '[{' }],
  ['without its fields', { '0': '[{}]' }],
  ['whose fields are elsewhere', { '0': '[{},"$K2"]' }],
  ['with a field of nothing', { '0': '[{},"$K1"]', '1': '"x"' }],
  ['without a state', { '0': '["$K1"]' }],
  ['with a reference in its state', { '0': '[{"values":"$1:then"},"$K1"]' }],
] as const)('refuses a form sent by a script %s', (_, fields) => {
  expect(isScriptForm(form(fields), ID)).toBe(false)
})

const post = (headers: Record<string, string>, body: BodyInit) =>
  new Request('http://localhost/fr/sign-in', { method: 'POST', headers, body })
const refusal = (request: Request) =>
  requireReactForm(request).then(
    () => 'accepted',
    (error) => (error instanceof AppError ? error.code : error),
  )

it.each([
  ['a form', post({}, plain()), 'accepted'],
  ['a form of its script', post({ 'next-action': ID }, form({ '0': '[{},"$K1"]' })), 'accepted'],
  ['no arguments', post({ 'next-action': BARE, 'content-type': 'text/plain;charset=UTF-8' }, '[]'), 'accepted'],
  ['other arguments', post({ 'next-action': BARE, 'content-type': 'text/plain' }, '["$1"]'), 'invalid-input'],
  ['a text for a form', post({ 'next-action': ID, 'content-type': 'text/plain' }, '[]'), 'not-a-form'],
  ['JSON', post({ 'next-action': ID, 'content-type': 'application/json' }, '[]'), 'not-a-form'],
  ['no boundary', post({ 'next-action': ID, 'content-type': 'multipart/form-data' }, 'x'), 'invalid-input'],
  ['no action of ours', post({ 'next-action': 'fatima@court.example' }, plain()), 'invalid-input'],
  ['an action that is cached', post({ 'next-action': `80${'a'.repeat(40)}` }, plain()), 'invalid-input'],
  ['a file', post({}, plain({ email: new Blob(['x']) })), 'invalid-input'],
])('answers %s', async (_, request, answer) => {
  expect(await refusal(request)).toBe(answer)
})
