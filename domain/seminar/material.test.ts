import { describe, expect, it } from 'vitest'
import { isMaterialOpen, materialSchema, titlesOf } from './material'

const NOW = new Date('2026-12-03T12:00:00Z')
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const seminar = { status: 'open', endsAt: at(1) } as const
const hers = { registration: 'registered' } as const
const nobody = { registration: null }

describe('a material', () => {
  it.each(['waiting', 'nominated', 'declined', 'withdrawn', null] as const)(
    'for those who are registered is closed to whoever is %s',
    (registration) => {
      const material = { when: 'before', openTo: 'registered' } as const
      expect(isMaterialOpen(material, { registration }, seminar, NOW)).toBe(false)
      expect(isMaterialOpen(material, hers, seminar, NOW)).toBe(true)
    },
  )

  it('for everybody is open to everybody, unless the seminar is a draft', () => {
    const material = { when: 'before', openTo: 'everybody' } as const
    expect(isMaterialOpen(material, nobody, seminar, NOW)).toBe(true)
    expect(isMaterialOpen(material, nobody, { ...seminar, status: 'draft' }, NOW)).toBe(false)
    expect(isMaterialOpen(material, hers, { ...seminar, status: 'draft' }, NOW)).toBe(false)
  })

  it('for after the seminar opens at its end, or when its organiser says that it was held, and never if it was cancelled', () => {
    const open = (changed: object, now = NOW) =>
      isMaterialOpen({ when: 'after', openTo: 'everybody' }, nobody, { ...seminar, ...changed }, now)
    expect(open({})).toBe(false)
    expect(open({}, at(1))).toBe(true)
    expect(open({ status: 'held' })).toBe(true)
    expect(open({ status: 'cancelled' }, at(2))).toBe(false)
  })
})

it('takes a title in at least one language', () => {
  const typed = { when: 'before', openTo: 'registered', titleArabic: ' ', titleFrench: ' Programme ', titleEnglish: '' }
  expect(titlesOf(materialSchema.parse(typed))).toEqual({ fr: 'Programme' })
  expect(titlesOf(materialSchema.parse({ ...typed, titleFrench: '' }))).toBeNull()
  expect(materialSchema.safeParse({ ...typed, titleFrench: 'x'.repeat(151) }).success).toBe(false)
  expect(materialSchema.safeParse({ ...typed, openTo: 'all' }).success).toBe(false)
})
