import { describe, expect, it } from 'vitest'
import { changeOf } from './change'
import { readFormAct, readSeminar, type SeminarFields, typedSeminar } from './seminar-form'

const CHOICES = {
  cohorts: [{ id: 'cohort-1', courseIds: ['detection'] }],
  courseIds: ['detection', 'referral'],
  films: ['day-one'],
}
const TYPED = {
  titleFrench: ' Entendre   un mineur ',
  aimsFrench: 'Préparer.\r\nConduire.',
  placeArabic: 'الرباط',
  seats: '60',
  admission: 'code',
  listed: 'invited',
  closesOn: '2026-12-02',
  cohort: 'cohort-1',
  course: 'detection',
  sittings: '2',
  's0.day': '2026-12-03',
  's0.from': '14:00',
  's0.to': '16:30',
  's0.titleFrench': 'Atelier',
  's0.language': 'fr',
  's1.day': '2026-12-03',
  's1.from': '9 h 30',
  's1.to': '12:00',
  's1.titleArabic': 'الافتتاح',
  's1.speakersFrench': 'Driss Qiyassi, juge\n\nDriss Qiyassi, juge\n Nadia Tamthili ',
  's1.language': 'ar',
}

function formOf(changed: Record<string, string> = {}, more: [string, string][] = []): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...TYPED, ...changed })) form.set(name, value)
  for (const [name, value] of more) form.append(name, value)
  return form
}

function fieldsOf(changed: Record<string, string> = {}): SeminarFields {
  const read = readSeminar(formOf(changed, [['s1.interpretation', 'fr']]), CHOICES)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.fields
}

describe('a seminar that is typed in one language', () => {
  it('is read by the clocks in Morocco, its sittings in order', () => {
    expect(fieldsOf()).toEqual({
      titles: { fr: 'Entendre un mineur' },
      aims: { fr: 'Préparer.\nConduire.' },
      place: { ar: 'الرباط' },
      accessDetails: {},
      link: null,
      recording: null,
      seats: 60,
      admission: 'code',
      listed: 'invited',
      // The end of the last day of registration.
      registrationClosesAt: new Date('2026-12-02T23:00:00Z'),
      cohortId: 'cohort-1',
      courseId: 'detection',
      sittings: [
        {
          startsAt: new Date('2026-12-03T08:30:00Z'),
          endsAt: new Date('2026-12-03T11:00:00Z'),
          titles: { ar: 'الافتتاح' },
          speakers: { fr: ['Driss Qiyassi, juge', 'Nadia Tamthili'] },
          language: 'ar',
          interpretation: ['fr'],
        },
        {
          startsAt: new Date('2026-12-03T13:00:00Z'),
          endsAt: new Date('2026-12-03T15:30:00Z'),
          titles: { fr: 'Atelier' },
          speakers: {},
          language: 'fr',
          interpretation: [],
        },
      ],
    })
  })

  it('follows the clock of Ramadan', () => {
    const { sittings } = fieldsOf({ 's0.day': '2026-03-03', 's1.day': '2026-03-03', closesOn: '' })
    expect(sittings[0]?.startsAt.toISOString()).toBe('2026-03-03T09:30:00.000Z')
  })

  it('keeps what looks like HTML as text', () => {
    expect(fieldsOf({ titleFrench: '<b>Titre</b>' }).titles.fr).toBe('<b>Titre</b>')
  })
})

describe('a form that is refused', () => {
  it.each([
    [{ titleFrench: ' ' }, 'titleArabic', 'text'],
    [{ titleFrench: 'x'.repeat(201) }, 'titleFrench', 'long'],
    [{ titleFrench: 'Titre 🎉' }, 'titleFrench', 'characters'],
    [{ placeArabic: '' }, 'placeArabic', 'where'],
    [{ link: 'javascript:alert(1)' }, 'link', 'link'],
    [{ link: 'http://visio.example/a' }, 'link', 'link'],
    [{ link: 'https://me:secret@visio.example/a' }, 'link', 'link'],
    [{ recording: 'day-two' }, 'recording', 'film'],
    [{ recording: '../day-one' }, 'recording', 'film'],
    [{ seats: '0' }, 'seats', 'seats'],
    [{ seats: '1e3' }, 'seats', 'seats'],
    [{ closesOn: '2026-12-04' }, 'closesOn', 'closes'],
    [{ closesOn: 'demain' }, 'closesOn', 'day'],
    [{ cohort: 'cohort-of-another-school' }, 'cohort', 'choose'],
    [{ course: 'closed' }, 'course', 'choose'],
    [{ course: 'referral' }, 'course', 'cohort-course'],
    [{ sittings: '0' }, 'sittings', 'sittings'],
    [{ sittings: '41' }, 'sittings', 'many'],
    [{ 's0.day': '2026-02-30' }, 's0.day', 'day'],
    [{ 's0.from': '25:00' }, 's0.from', 'time'],
    [{ 's0.to': '14:00' }, 's0.to', 'order'],
    [{ 's0.day': '2027-12-03' }, 's0.day', 'span'],
    [{ 's0.language': 'xx' }, 's0.language', 'choose'],
    [{ 's1.titleArabic': '' }, 's1.titleArabic', 'text'],
  ])('%j', (changed, name, problem) => {
    const read = readSeminar(formOf(changed), CHOICES)
    expect('problems' in read && read.problems[name]?.problem).toBe(problem)
  })
})

describe('the buttons of the form', () => {
  it('add a sitting, or take one away with what was typed in it', () => {
    const removed = typedSeminar(
      formOf({}, [
        ['s1.interpretation', 'fr'],
        ['s1.interpretation', 'en'],
      ]),
      {
        act: 'remove',
        index: 0,
      },
    )
    expect(removed).toMatchObject({ sittings: '1', 's0.from': '9 h 30', 's0.interpretation': 'fr en', seats: '60' })
    expect(removed['s1.from']).toBeUndefined()
    expect(typedSeminar(formOf(), { act: 'add' })).toMatchObject({ sittings: '3', 's0.from': '14:00' })
    expect(typedSeminar(formOf({ sittings: '40' }), { act: 'add' }).sittings).toBe('40')
    expect(typedSeminar(formOf(), { act: 'remove', index: 9 }).sittings).toBe('2')
  })

  it.each([
    ['add', { act: 'add' }],
    ['remove:1', { act: 'remove', index: 1 }],
    ['remove:x', { act: 'save' }],
    ['', { act: 'save' }],
  ])('%j', (act, read) => {
    expect(readFormAct(formOf({ act }))).toEqual(read)
  })
})

describe('a change', () => {
  const now = fieldsOf()

  it.each([
    ['none', {}],
    ['words', { titleArabic: 'الاستماع إلى قاصر' }],
    ['words', { seats: '61' }],
    ['words', { recording: 'day-one' }],
    ['words', { 's1.speakersFrench': 'Nadia Tamthili' }],
    ['place', { placeArabic: 'فاس' }],
    ['place', { link: 'https://visio.example/a' }],
    ['time', { 's0.to': '17:00', placeArabic: 'فاس' }],
    ['time', { 's0.day': '2026-12-04', closesOn: '' }],
  ] as const)('is %s: %j', (change, changed) => {
    expect(changeOf(now, fieldsOf(changed))).toBe(change)
  })

  it('is none if only the order of the languages differs', () => {
    const before = { ...now, titles: { en: 'b', ar: 'أ' } }
    expect(changeOf(before, { ...now, titles: { ar: 'أ', en: 'b' } })).toBe('none')
  })
})
