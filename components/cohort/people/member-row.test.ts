import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { memberRow, type RosterPerson } from './member-row'

const t = translator('en')
const PERSON: RosterPerson = {
  id: 'm1',
  email: 'f.alaoui@example.ma',
  nameArabic: '',
  nameLatin: 'Fatima Alaoui',
  status: 'active',
  statusSince: new Date('2026-11-01T09:00:00Z'),
  letter: null,
  acts: ['invite', 'withdraw', 'transfer'],
}
const row = (person: Partial<RosterPerson> = {}) =>
  memberRow({ ...PERSON, ...person }, '/en/cohorts/1/people', '?page=2', 'en', t)

it('does at once what can be undone, and asks first about the rest, on the way back to the same page of the list', () => {
  expect(row().acts.map(({ act, href }) => [act, href])).toEqual([
    ['invite', null],
    ['withdraw', '/en/cohorts/1/people/m1/withdraw?page=2'],
    ['transfer', '/en/cohorts/1/people/m1/transfer?page=2'],
  ])
  expect(row().action).toBe('/en/cohorts/1/people/m1?page=2')
})

it('says what became of the last letter', () => {
  expect(row()).toMatchObject({ letter: t('cohorts.people.noLetter'), letterFailed: false })
  expect(row({ letter: 'sent' })).toMatchObject({ letter: t('cohorts.people.letterStates.sent'), letterFailed: false })
  expect(row({ letter: 'failed' })).toMatchObject({ letterFailed: true })
})

it('takes the one name there is, or none', () => {
  expect(memberRow(PERSON, '', '', 'ar', translator('ar')).name).toBe('Fatima Alaoui')
  expect(row({ nameLatin: '' }).name).toBe('')
})
