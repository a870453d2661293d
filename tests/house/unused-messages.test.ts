import { expect, it } from 'vitest'
import messages from '@/i18n/messages/ar.json'
import { filesIn } from './files-in'
import { unusedMessages } from './unused-messages'

const unused = (text: string, keys = ['roles.admin', 'roles.adminTitle']) =>
  unusedMessages(keys, [{ file: 'page.tsx', text }])

it.each([
  ['in full', "t('roles.admin')", ['roles.adminTitle']],
  ['as a value', "{ label: 'roles.adminTitle' }", ['roles.admin']],
  ['by their group', `t(\`roles.\${role}\`)`, []],
  ['by their ending', `t(\`roles.\${role}Title\`)`, ['roles.admin']],
])('counts messages as used that code names %s', (_, code, left) => {
  expect(unused(code)).toEqual(left)
})

it.each([
  ['another message', "t('roles.tutor')"],
  ['a part of the key', "t('roles.adm')"],
  ['a template without a group', `t(\`\${group}.\${name}\`)`],
  ['a sentence with a gap', `\`roles. \${role} is here\``],
])('does not count %s as a use', (_, code) => {
  expect(unused(code, ['roles.admin'])).toEqual(['roles.admin'])
})

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )
}

it('finds no unused message', () => {
  const files = filesIn(['app', 'components', 'domain', 'i18n', 'scripts', 'server'], ['.ts', '.tsx'])

  expect(files.length).toBeGreaterThan(100)
  expect(unusedMessages(keysOf(messages), files)).toEqual([])
})
