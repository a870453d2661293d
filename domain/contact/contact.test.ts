import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTACT, contactForm } from '@/tests/support/contacts'
import { fieldProblems } from '../form/field-problem'
import { dayOf, startOfDay } from '../time/day'
import { changedFields } from './changed-fields'
import { contactSchema, contactStatus, expiryOf, lastDayOf, nearFrom, sourceChecksSchema } from './contact'

const TODAY = '2026-11-28'
const read = (changed: Record<string, string> = {}) => contactSchema(TODAY).safeParse(contactForm(TODAY, changed))
const problems = (changed: Record<string, string>) => {
  const { error } = read(changed)
  return error ? fieldProblems(error) : {}
}

describe('a proposal', () => {
  it('is kept as it is typed, with the number as it is dialled', () => {
    expect(read({ phone: '+212 5 37 00 00 00', nameLatin: ' Centre  « Amal » ' }).data).toEqual({
      ...CONTACT,
      nameLatin: 'Centre « Amal »',
      sourceDay: '2026-11-25',
    })
  })

  it.each([
    [{ service: 'other' }, { service: 'choose' }],
    [{ nameArabic: '' }, { nameArabic: 'required' }],
    [{ nameArabic: 'Centre' }, { nameArabic: 'name-arabic' }],
    [{ nameLatin: 'مركز' }, { nameLatin: 'name-latin' }],
    [{ phone: '0137000000' }, { phone: 'phone' }],
    [{ phone: '' }, { phone: 'reach' }],
    [{ phone: '2511', sourceUrl: '' }, { sourceUrl: 'short-number' }],
    [{ email: 'nobody' }, { email: 'email' }],
    [{ source: ' ' }, { source: 'required' }],
    [{ sourceUrl: 'javascript:alert(1)' }, { sourceUrl: 'link' }],
    [{ sourceUrl: 'JavaScript:alert(1)//https://x.ma' }, { sourceUrl: 'link' }],
    [{ sourceUrl: 'data:text/html,x' }, { sourceUrl: 'link' }],
    [{ sourceUrl: 'http://centre.example.org' }, { sourceUrl: 'link' }],
    [{ sourceUrl: 'https://justice.gov.ma@evil.example' }, { sourceUrl: 'link' }],
    [{ sourceUrl: 'https://localhost/x' }, { sourceUrl: 'link' }],
    [{ sourceDay: '' }, { sourceDay: 'day' }],
    [{ sourceDay: '2026-02-30' }, { sourceDay: 'day' }],
    [{ sourceDay: '2026-11-29' }, { sourceDay: 'not-past' }],
    [{ sourceDay: '1999-12-31' }, { sourceDay: 'not-past' }],
  ])('%j is refused: %j', (changed, expected) => {
    expect(problems(changed)).toEqual(expected)
  })

  it('needs one way to reach the service, whichever', () => {
    const ways = { email: 'a@example.ma', addressArabic: 'شارع النخيل', addressLatin: 'Rue des Palmiers' }
    for (const [name, value] of Object.entries(ways)) expect(problems({ phone: '', [name]: value })).toEqual({})
    expect(problems({ phone: '2511' })).toEqual({})
  })

  it('is accepted with both looks at its source alone', () => {
    expect(sourceChecksSchema.safeParse({ sourceOpened: 'yes', sourceNames: 'yes' }).success).toBe(true)
    for (const missing of [{ sourceOpened: '', sourceNames: 'yes' }, { sourceOpened: 'yes', sourceNames: '' }, {}])
      expect(sourceChecksSchema.safeParse(missing).success).toBe(false)
  })

  it('lists the fields that differ from those of the replaced contact', () => {
    expect(changedFields({ ...CONTACT, phone: '0537000001', hoursLatin: '9 h – 16 h' }, CONTACT)).toEqual([
      'phone',
      'hoursLatin',
    ])
    expect(changedFields(CONTACT, CONTACT)).toEqual([])
    expect(changedFields(CONTACT, null)).toContain('phone')
  })
})

describe('the end of a contact', () => {
  it.each([
    ['2026-11-28T10:00:00Z', '2027-11-27'],
    // In Casablanca the next day has begun.
    ['2026-11-28T23:30:00Z', '2027-11-28'],
    ['2028-02-29T10:00:00Z', '2029-02-27'],
  ])('of what was confirmed at %s is after %s in Morocco', (confirmed, last) => {
    const expiresAt = expiryOf(new Date(confirmed))

    expect(lastDayOf(expiresAt)).toBe(last)
    expect(startOfDay(dayOf(expiresAt))).toEqual(expiresAt)
  })

  it('comes after about twelve months', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (confirmed) => {
        const days = (expiryOf(confirmed).getTime() - confirmed.getTime()) / 86_400_000
        return days > 363 && days < 366.1
      }),
    )
  })

  it('is announced thirty days before, and takes effect at its exact moment', () => {
    const expiresAt = expiryOf(new Date('2026-11-28T10:00:00Z'))
    const contact = { state: 'accepted' as const, region: '03', expiresAt }
    const at = (ms: number, from = expiresAt) => contactStatus(contact, '03', new Date(from.getTime() + ms))

    expect(at(-1, nearFrom(expiresAt))).toBe('accepted')
    expect(at(0, nearFrom(expiresAt))).toBe('near')
    expect(at(-1)).toBe('near')
    expect(at(0)).toBe('lapsed')
  })

  it('comes at once for an institution that has moved to another region', () => {
    const now = new Date('2026-11-28T10:00:00Z')
    for (const state of ['proposed', 'accepted'] as const)
      for (const own of ['04', null])
        expect(contactStatus({ state, region: '03', expiresAt: expiryOf(now) }, own, now)).toBe('elsewhere')
    expect(contactStatus({ state: 'refused', region: '03', expiresAt: null }, '04', now)).toBe('refused')
    expect(contactStatus({ state: 'proposed', region: '03', expiresAt: null }, '03', now)).toBe('proposed')
  })
})
