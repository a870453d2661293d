import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import ar from './messages/ar.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }
import { plainSentences } from './plain-sentence'

const MESSAGES = {
  hours: { span: 'de {from} à {to}', alone: '{from}' },
  people: '{count, plural, one {# personne} other {# personnes}}',
  rich: 'de <name></name>, {day}',
  quoted: "l''heure : {from}",
}
const say = plainSentences(MESSAGES)

describe('a sentence that holds values alone', () => {
  it('is put together, each value as it is', () => {
    expect(say('hours.span', { from: '{to}', to: '<b>$&</b>' })).toBe('de {to} à <b>$&</b>')
    expect(say('hours.alone', { from: 1234.5 })).toBe('1234.5')
  })

  it.each([
    ['people', { count: 2 }],
    ['rich', { day: 'lundi' }],
    ['quoted', { from: '10:00' }],
    ['hours', { from: '10:00' }],
    ['hours.none', { from: '10:00' }],
    ['hours.span', { from: '10:00' }],
    ['hours.span', { from: '10:00', to: new Date(0) }],
    ['toString', {}],
  ])('is not %s with %o', (key, values) => {
    expect(say(key, values)).toBeNull()
  })
})

describe.each([
  ['ar', ar],
  ['fr', fr],
] as const)('the sentences in %s', (locale, messages) => {
  it('are those that next-intl writes', () => {
    const ours = plainSentences(messages)
    const theirs = createTranslator({ locale, messages }) as (key: string, values: Record<string, string>) => string
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `«${name}»`])
    let compared = 0
    const walk = (tree: object, path: string[]) => {
      for (const [name, inner] of Object.entries(tree)) {
        if (typeof inner !== 'string') walk(inner, [...path, name])
        else {
          const key = [...path, name].join('.')
          const values = Object.fromEntries(names(inner))
          const said = ours(key, values)
          if (said === null) continue
          compared++
          expect(said).toBe(theirs(key, values))
        }
      }
    }
    walk(messages, [])
    expect(compared).toBeGreaterThan(1000)
  })
})
