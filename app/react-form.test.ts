import { expect, it } from 'vitest'
import { isReactForm } from './react-form'

const STATE = '[{"summary":[],"errors":{},"values":{}}]'

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const withState = (state: string | Blob) =>
  form({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"60","bound":"$@1"}', '$ACTION_1:1': state, email: 'a@example.ma' })

it.each([
  ['with an untouched state', withState(STATE)],
  [
    'with what was typed before',
    withState('[{"problem":"$undefined","values":{"name":"$$x"},"summary":[],"errors":{}}]'),
  ],
  ['of an action without a state', form({ $ACTION_ID_40: '' })],
])('knows a form %s', (_, sent) => {
  expect(isReactForm(sent)).toBe(true)
})

it.each([
  ['that names no action', form({ email: 'a@example.ma' })],
  ['whose state is missing', form({ $ACTION_REF_1: '' })],
  ['whose state is no JSON', withState('{{{')],
  ['whose state is a file', withState(new Blob([STATE]))],
  ['with no state', withState('[]')],
  ['with two states', withState('[{},{}]')],
  ['with a state that is a text', withState('["x"]')],
  ['with a state that is nothing', withState('[null]')],
  ['with a reference in its state', withState('[{"summary":"$Q9"}]')],
])('refuses a form %s', (_, sent) => {
  expect(isReactForm(sent)).toBe(false)
})
