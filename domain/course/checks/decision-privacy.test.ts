import { describe, expect, it } from 'vitest'
import { libraryWith, localized, yamlSource } from '@/tests/support/course-factories'
import { decision, librarySource } from '@/tests/support/library-factories'
import { decisionPrivacy } from './decision-privacy'

type Overrides = Parameters<typeof decision>[0]
const found = (...decisions: Overrides[]) =>
  decisionPrivacy(
    librarySource({
      decisions: decisions.map((overrides) => {
        const value = decision(overrides)
        return { ...yamlSource(`library/cases/${value.id}.yaml`, value, { facts: 9, 'facts.fr': 11 }), id: value.id }
      }),
    }),
    libraryWith(),
  )
const inFrench = (fr: string): Overrides => ({ facts: { ...localized('facts'), fr } })
const inArabic = (ar: string): Overrides => ({ facts: { ...localized('facts'), ar } })
const inEnglish = (en: string): Overrides => ({ facts: { ...localized('facts'), en } })

describe('refuses', () => {
  it.each([
    ['a telephone number', inFrench('Joint au 06 12 34 56 78.')],
    ['an international telephone number', inEnglish('Called +212 612-345678 twice.')],
    ['a French date of birth', inFrench('La victime, née le 3 mars 2008, vivait seule.')],
    ['a French year of birth', inFrench('Né en 1990.')],
    ['an Arabic date of birth', inArabic('الضحية مزدادة في 3 مارس 2008')],
    ['an Arabic date of birth for both genders', inArabic('مزداد(ة) في 2008')],
    ['an English date of birth', inEnglish('The victim was born on 3 March 2008.')],
    ['a French honorific and a name', inFrench('M. Benali a été condamné.')],
    ['a French honorific and a letter', inFrench('Mme X a porté plainte.')],
    ['a person said to be named so', inFrench('Le nommé Karim a fui.')],
    ['an English honorific and a name', inEnglish('Mr Smith was acquitted.')],
    ['an Arabic honorific and a name', inArabic('أدين السيد أحمد بالسجن')],
    ['an Arabic “so called”', inArabic('اعترف المدعو كريم بالأفعال')],
    ['a bare French name', inFrench('Le tribunal condamne Salim Benali à six ans.')],
    ['a bare English name that opens a sentence', inEnglish('Omar Tazi was convicted.')],
    ['a bare name in a title', { title: { ...localized('title'), en: 'The case of Omar Tazi' } }],
    ['an Arabic name with «بن»', inArabic('أدين يوسف بن علي بالسجن')],
    ['an Arabic name with «عبد»', inArabic('أدين عبد الكريم بالسجن')],
    ['an Arabic “is called”', inArabic('شخص يدعى كريم فر من البيت')],
    ['initials', inFrench('A. B. a été relaxée.')],
    ['initials without a space', inEnglish('the applicant, K.L., worked there')],
    ['Arabic initials', inArabic('توبعت ع. ب. من أجل ذلك')],
    ['a link to the press', { sources: [{ label: localized('press'), url: 'https://telquel.ma/article' }] }],
    [
      'a host that only ends like an official one',
      { sources: [{ label: localized('x'), url: 'https://fakecoe.int/x' }] },
    ],
  ])('%s', (_, overrides) => {
    expect(found(overrides)).toHaveLength(1)
  })
})

describe('lets stand', () => {
  it.each([
    ['roles, ages and courts', inFrench('La prévenue, 17 ans, a comparu devant la chambre criminelle de Rabat.')],
    ['an office', inFrench('Madame la procureure et M. le président.')],
    ['an Arabic office', inArabic('التمس السيد الوكيل العام للملك الإدانة')],
    ['Arabic towns and streets', inArabic('بمدينة بن جرير، قرب شارع عبد الكريم الخطابي، ويدعى إلى الحضور')],
    [
      'courts, towns and States',
      inFrench('La Cour, Grande Chambre ; El Jadida, Royaume-Uni. Au Maroc, le juge statue.'),
    ],
    ['amounts and file numbers', inFrench('1.000.000 de dirhams, requête n° 21884/15, dossier 2021/2612/45.')],
    ['abbreviations', inFrench('Selon l’O.N.U., art. 4 et p. 12.')],
    [
      'a link to a legal database',
      { sources: [{ label: localized('x'), url: 'https://hudoc.echr.coe.int/fre?i=001' }] },
    ],
    [
      'an official Strasbourg title',
      { origin: 'strasbourg', title: { ar: 'س. م. ضد كرواتيا', fr: 'S.M. c. Croatie', en: 'S.M. v. Croatia' } },
    ],
  ] as [string, Overrides][])('%s', (_, overrides) => {
    expect(found(overrides)).toEqual([])
  })

  it('an official title that another decision compares with', () => {
    const title = { ar: 'س. م. ضد كرواتيا', fr: 'S.M. c. Croatie', en: 'S.M. v. Croatia' }

    expect(
      found({ id: 'cedh-sm-2020', origin: 'strasbourg', title }, inFrench('À rapprocher de S.M. c. Croatie (2020).')),
    ).toEqual([])
  })
})

it('refuses initials as the title of a Moroccan decision', () => {
  expect(found({ title: { ...localized('title'), fr: 'Affaire A.B. contre le ministère public' } })).toHaveLength(1)
})

it('reports the line of the text', () => {
  expect(found(inFrench('Née le 3 mars.'))[0]).toMatchObject({ line: 11, severity: 'error' })
})
