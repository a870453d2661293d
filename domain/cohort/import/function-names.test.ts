import { describe, expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { LOCALES } from '../../locale'
import { PERSON_FUNCTIONS, type PersonFunction } from '../../person/person-function'
import { functionNamed } from './function-names'

describe('a function as a school writes it', () => {
  it.each<[PersonFunction, readonly string[]]>([
    [
      'judge',
      ['Juge', 'Magistrate du siège', 'قاضٍ', 'قاضية', 'القاضي', 'Juge au tribunal de première instance de Fès'],
    ],
    ['appeal-judge', ['Conseiller', 'Conseillère', 'مستشار', 'مستشارة', 'المستشارة', 'مستشار بمحكمة الاستئناف بفاس']],
    ['appeal-judge', ['Conseillère à la cour d’appel', "Conseiller a la cour d'appel de Rabat", 'مستشار(ة)']],
    [
      'chamber-president',
      ['رئيس غرفة بمحكمة الاستئناف', 'رئيسة الغرفة', 'Présidente de chambre', 'PRÉSIDENT DE CHAMBRE'],
    ],
    ['investigating-judge', ['قاضي التحقيق', 'قاضية التحقيق', 'Juge d’instruction', 'قاضي التحقيق بمحكمة الاستئناف']],
    ['juvenile-judge', ['قاضي الأحداث', 'Juge des mineurs', 'المستشار المكلف بالأحداث']],
    ['juvenile-judge', ['Conseiller chargé des mineurs', 'Juvenile judge']],
    [
      'prosecutor',
      ['وكيل الملك', 'نائب وكيل الملك', 'نائبة وكيل الملك', 'نائب أول لوكيل الملك', 'النائب الأول لوكيل الملك'],
    ],
    [
      'prosecutor',
      ['Substitut du procureur du Roi', 'Substitut du Procureur du Roi près le TPI de Rabat', 'Procureure du Roi'],
    ],
    [
      'general-prosecutor',
      ['الوكيل العام للملك', 'نائب الوكيل العام', 'نائبة الوكيل العام للملك', 'Substitut général'],
    ],
    ['general-prosecutor', ['Procureur général du Roi près la cour d’appel', 'Substitut du procureur général du Roi']],
    ['general-prosecutor', ['Avocat général']],
    ['trainee-judge', ['ملحق قضائي', 'ملحقة قضائية', 'Attachée de justice']],
    ['clerk', ['Greffier / greffière', 'كاتبة الضبط', 'Greffier en chef']],
    ['lawyer', ['Avocat au barreau de Casablanca', 'محامية بهيئة الدار البيضاء', 'محام(ية)']],
    ['other', ['Autre', 'أخرى']],
  ])('is %s: %j', (code, written) => {
    expect(written.map(functionNamed)).toEqual(written.map(() => code))
  })

  it('is that of a judge if the court is not a court of appeal', () => {
    expect(functionNamed('مستشار بمحكمة النقض')).toBe('judge')
    expect(functionNamed('رئيس غرفة بالمحكمة الابتدائية')).toBe('judge')
    expect(functionNamed('Conseillère à la Cour de cassation')).toBe('judge')
  })

  it('is not guessed from its first word', () => {
    for (const written of [
      'Conseiller juridique',
      'مستشار قانوني',
      'Magicien',
      'judgement',
      'Juge-arbitre de football',
      '',
    ])
      expect(functionNamed(written), written).toBeNull()
  })

  it.each(LOCALES)('may be the label that our own lists give it (%s)', (locale) => {
    const t = translator(locale)
    const labels = PERSON_FUNCTIONS.map((code) => t(`fields.functions.${code}`))
    expect(labels.map(functionNamed)).toEqual(PERSON_FUNCTIONS)
  })

  it('may be one of our own codes', () => {
    expect(PERSON_FUNCTIONS.map(functionNamed)).toEqual(PERSON_FUNCTIONS)
  })
})
