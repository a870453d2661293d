import { describe, expect, it } from 'vitest'
import { card, provision, textVersion } from '@/tests/support/course-factories'
import { answerTraps, consequenceIn, lawAnswer } from './law-answer'

const AR = 'يعاقب بالحبس من سنة إلى خمس سنوات وغرامة من 5.000 إلى 50.000 درهم كل من بلغ ثمان عشرة سنة.'
const FR = 'Est puni d’un emprisonnement d’un an à cinq ans et d’une amende de 5.000 à 50.000 dirhams, le fait :'

describe('the penalty', () => {
  it.each([
    ['ar', AR, 'الحبس من سنة إلى خمس سنوات وغرامة من 5.000 إلى 50.000 درهم'],
    ['fr', FR, 'emprisonnement d’un an à cinq ans et d’une amende de 5.000 à 50.000 dirhams'],
    ['fr', 'puni de la réclusion de vingt ans, si la victime a moins de dix-huit ans', 'réclusion de vingt ans'],
    ['ar', 'يعاقب بالسجن المؤبد', 'السجن المؤبد'],
  ] as const)('is a piece of the text itself (%s)', (language, text, penalty) => {
    expect(consequenceIn(text, language)).toBe(penalty)
    expect(text).toContain(penalty)
  })

  it.each([
    ['to its longer end', 'يعاقب بالحبس من ستة أشهر إلى سنتين الأب أو الأم', 'الحبس من ستة أشهر إلى سنتين'],
    [
      'with the prison that a fine goes with, and the choice between both',
      'يعاقب بغرامة يتراوح قدرها بين 2000 و20.000 درهم وبالحبس من شهر إلى ستة أشهر أو بإحدى هاتين العقوبتين فقط، كل أجنبي',
      'غرامة يتراوح قدرها بين 2000 و20.000 درهم وبالحبس من شهر إلى ستة أشهر أو بإحدى هاتين العقوبتين فقط',
    ],
    [
      'and not the length of a confinement',
      'وإذا استغرقت مدة الحبس أو الحجز 30 يوما أو أكثر كانت العقوبة بالسجن من 10 سنوات إلى 20 سنة.',
      'السجن من 10 سنوات إلى 20 سنة',
    ],
  ])('is whole: %s', (_, text, penalty) => {
    expect(consequenceIn(text, 'ar')).toBe(penalty)
  })

  it.each([
    ['fr', 'La victime n’est pas tenue responsable.'],
    ['ar', 'إذا كانت العقوبة المقررة في القانون هي الإعدام فإن محكمة الجنايات تطبق عقوبة السجن المؤبد.'],
    ['ar', 'من سبق الحكم عليه من أجل جناية بعقوبة تزيد عن الحبس لمدة سنة، يجب أن يحكم عليه بالحد الأقصى.'],
  ] as const)('is nothing where no penalty is imposed (%s)', (language, text) => {
    expect(consequenceIn(text, language)).toBeNull()
  })
})

describe('the answer of a provision', () => {
  const quoted = provision({
    versions: [
      textVersion({
        text: {
          ar: { '1': AR, '1.1': 'ضد قاصر', '1.2': 'ضد امرأة حامل' },
          fr: { '1': FR, '1.1': 'contre un mineur', '1.2': 'contre une femme enceinte' },
        },
        alignment: ['1', '1.1', '1.2'].map((id) => ({ ar: [id], fr: [id] })),
      }),
    ],
  })
  const said = (voice: ReturnType<typeof lawAnswer>[number] | undefined) =>
    voice?.paragraphs.map(({ excerpt }) => excerpt.parts.map(({ text }) => text).join(''))

  it('quotes the paragraphs that are named, and no other', () => {
    const [french] = lawAnswer(quoted, { looked: new Set(['enceinte']), paragraphs: ['1.1', '1.2'] }, 'fr')

    expect(said(french)).toEqual(['contre un mineur', 'contre une femme enceinte'])
  })

  it('quotes the first paragraph and the one with the words of the search, and marks them', () => {
    const [french] = lawAnswer(quoted, { looked: new Set(['enceinte']) }, 'fr')

    expect(said(french)).toEqual([FR, 'contre une femme enceinte'])
    expect(french?.paragraphs[1]?.excerpt.parts.filter(({ found }) => found)).toEqual([
      { text: 'enceinte', found: true },
    ])
  })

  it('quotes the first paragraph alone if the words are in no other', () => {
    expect(said(lawAnswer(quoted, { looked: new Set(['fine']) }, 'ar')[0])).toEqual([AR])
  })

  it('says the penalty of each paragraph with it', () => {
    const torture = 'La peine est portée à la réclusion à perpétuité en cas de torture.'
    const versions = [
      textVersion({
        text: { ar: { '1': AR }, fr: { '1': FR, '2': torture } },
        alignment: [
          { ar: ['1'], fr: ['1'] },
          { ar: [], fr: ['2'] },
        ],
      }),
    ]
    const [french] = lawAnswer(provision({ versions }), { looked: new Set(['torture']) }, 'fr')

    expect(french?.paragraphs.map(({ consequence }) => consequence)).toEqual([
      'emprisonnement d’un an à cinq ans et d’une amende de 5.000 à 50.000 dirhams',
      'réclusion à perpétuité',
    ])
  })

  it('comes with the notes on the paragraphs that are quoted, and with no other', () => {
    const trap = (cite: string) => ({ cites: [cite], text: { ar: cite, fr: cite, en: cite } })
    const noted = { ...quoted, traps: ['', '#1', '#1.1', '#1.2'].map((place) => trap(`${quoted.id}${place}`)) }
    const about = (looked: string[]) => answerTraps(noted, { looked: new Set(looked) }).map(({ text }) => text.fr)

    expect(about(['enceinte'])).toEqual([quoted.id, `${quoted.id}#1`, `${quoted.id}#1.2`])
    expect(about([])).toEqual([quoted.id, `${quoted.id}#1`])
  })

  it('gives Arabic alone to a reader of Arabic, and the translation with it to others', () => {
    const languages = (locale: 'ar' | 'fr' | 'en') =>
      lawAnswer(quoted, { looked: new Set() }, locale).map(({ language }) => language)

    expect(languages('ar')).toEqual(['ar'])
    expect(languages('fr')).toEqual(['fr', 'ar'])
    expect(languages('en')).toEqual(['fr', 'ar'])
  })

  it('is empty for a provision that is summarised and not quoted', () => {
    expect(lawAnswer(card('cp-16', '16'), { looked: new Set() }, 'fr')).toEqual([])
  })

  it('is nothing for a provision that is no longer in force', () => {
    const ended = provision({ versions: [textVersion({ inForceUntil: '2020-01-01' })] })

    expect(lawAnswer(ended, { looked: new Set() }, 'fr')).toEqual([])
  })
})
