import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { actButtons, memberRow, type RosterPerson } from './member-row'

const t = translator('en')
const PERSON: RosterPerson = {
  id: 'm1',
  email: 'f.alaoui@example.ma',
  nameArabic: '',
  nameLatin: 'Fatima Alaoui',
  function: 'judge',
  institution: '',
  status: 'active',
  statusSince: new Date('2026-11-01T09:00:00Z'),
  letter: null,
  letterAt: null,
  acts: ['invite', 'withdraw', 'transfer'],
}
const row = (person: Partial<RosterPerson> = {}) =>
  memberRow({ ...PERSON, ...person }, '/en/cohorts/1/people', '?page=2', 'en', t)

it('posts at once an act that can be undone, links the others to a page that asks, and keeps the list’s page', () => {
  const buttons = actButtons(PERSON.acts, '/en/cohorts/1/people/m1', '?page=2', t)

  expect(buttons.map(({ act, page }) => [act, page])).toEqual([
    ['invite', null],
    ['withdraw', '/en/cohorts/1/people/m1/withdraw?page=2'],
    ['transfer', '/en/cohorts/1/people/m1/transfer?page=2'],
  ])
  expect(buttons[0]?.action).toBe('/en/cohorts/1/people/m1?page=2')
})

it('links to the page of the person, and offers in the list only the acts that decide on a request', () => {
  expect(row()).toMatchObject({ href: '/en/cohorts/1/people/m1?page=2', acts: [] })
  expect(row({ status: 'asked', acts: ['admit', 'refuse'] }).acts.map(({ act }) => act)).toEqual(['admit', 'refuse'])
})

it('says what became of the last letter, and when it was written', () => {
  expect(row()).toMatchObject({ letter: t('cohorts.people.noLetter'), letterOn: null, letterFailed: false })
  const sent = row({ letter: 'sent', letterAt: new Date('2026-11-02T09:00:00Z') })
  expect(sent).toMatchObject({ letter: t('cohorts.people.letterStates.sent'), letterOn: '2 November 2026' })
  expect(row({ letter: 'failed' })).toMatchObject({ letterFailed: true })
})

it('shows the only name that is known, or no name', () => {
  expect(memberRow(PERSON, '', '', 'ar', translator('ar')).name).toBe('Fatima Alaoui')
  expect(row({ nameLatin: '' }).name).toBe('')
})

it('names a function that the platform knows, and shows the words of a roster as they are', () => {
  expect(row().about).toEqual([t('fields.functions.judge')])
  expect(row({ function: 'Assesseur', institution: 'Fès' }).about).toEqual(['Assesseur', 'Fès'])
})
