import { expect, it } from 'vitest'
import { COUNTRIES, delegationSchema } from './delegation'

it('names 195 states, each once and each with a name of its own', () => {
  expect(COUNTRIES).toHaveLength(195)
  const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })
  expect(new Set(COUNTRIES.map((code) => names.of(code) ?? 'no name')).size).toBe(195)
  expect(COUNTRIES.map((code) => names.of(code))).not.toContain(undefined)
})

it('has a country and a function; its language may be left open', () => {
  const sent = { country: 'ES', function: 'judge', language: '' }
  expect(delegationSchema.parse(sent)).toEqual({ ...sent, language: null })
  expect(delegationSchema.parse({ ...sent, language: 'es' }).language).toBe('es')
  for (const wrong of [{ country: 'ZZ' }, { country: '' }, { function: 'king' }, { language: 'xx' }])
    expect(delegationSchema.safeParse({ ...sent, ...wrong }).success).toBe(false)
})
