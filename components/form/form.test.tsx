import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { renderToHtml } from '@/server/content/render-once'
import type { Field } from './field'
import { Form } from './form'
import { type FormState, UNTOUCHED } from './form-state'

const FIELDS: Field[] = [
  { kind: 'email', name: 'email', label: 'E-mail' },
  { kind: 'password', name: 'password', label: 'Password', autoComplete: 'new-password' },
  {
    kind: 'password',
    name: 'key',
    label: 'Key',
    autoComplete: 'new-password',
    button: { show: 'Show the key', hide: 'Hide the key' },
  },
  {
    kind: 'select',
    name: 'function',
    label: 'Function',
    options: [{ value: 'judge', label: 'Judge' }],
    choose: 'Choose',
  },
  { kind: 'tick', name: 'understood', label: 'I understand' },
]
const write = (state: FormState) =>
  renderToHtml(<Form id="f" action="/here" fields={FIELDS} state={state} t={translator('en')} submit="Send" />)

it('gives back what was typed, chosen and ticked, and never a password', () => {
  const values = { email: 'a@example.ma', password: 'secret of hers', function: 'judge', understood: 'yes' }
  const html = write({ ...UNTOUCHED, values })

  expect(html).toMatch(/<input[^>]*name="email"[^>]*value="a@example.ma"/)
  expect(html).toMatch(/<option value="judge"[^>]*selected=""/)
  expect(html).toMatch(/<input[^>]*name="understood"[^>]*checked=""/)
  expect(html).not.toContain('secret of hers')
})

it('has words for the button that shows a secret, if it is no password', () => {
  const html = write(UNTOUCHED)

  expect(html).toMatch(/<input id="f-key"[^>]*data-show-password="Show the key" data-hide-password="Hide the key"/)
  expect(html).not.toMatch(/<input id="f-password"[^>]*data-show-password/)
})

it('puts the problems first, where the script moves the focus, and ties each to its field', () => {
  const html = write({
    summary: [{ name: 'password', text: 'Password: too short' }],
    errors: { password: 'too short' },
    values: {},
  })

  expect(html).toMatch(/^<form[^>]*><div role="alert" tabindex="-1"[^>]*data-outcome=""/)
  expect(html).toContain('<a href="#f-password">Password: too short</a>')
  expect(html).toMatch(/<input id="f-password"[^>]*aria-invalid="true" aria-describedby="f-password-error"/)
})

it('shows a link that helps with the error of the whole form', () => {
  const wayOut = { href: '/fr/confirm', label: 'Ask for a link' }

  expect(write({ ...UNTOUCHED, problem: 'Expired', wayOut })).toContain(
    '<p>Expired</p><p><a href="/fr/confirm">Ask for a link</a></p>',
  )
})
