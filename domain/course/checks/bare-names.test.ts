import { describe, expect, it } from 'vitest'
import { bareNames } from './bare-names'

describe('finds', () => {
  it.each([
    ['Le tribunal a condamné Salim Benali à six ans.', 'Salim Benali'],
    ['Salim Benali a été condamné.', 'Salim Benali'],
    ['Elle vivait chez Fatima Zahra El Idrissi à Fès.', 'Fatima Zahra El Idrissi'],
    ['The court convicted Omar Tazi of trafficking.', 'Omar Tazi'],
    ['It convicted Omar el Tazi.', 'Omar el Tazi'],
    ['Youssef ben Ali l’a recrutée.', 'Youssef ben Ali'],
    ['la victime, Karim B., a fui', 'Karim B.'],
    ['Karim B. a fui.', 'Karim B.'],
    ['selon BENALI Salim', 'BENALI Salim'],
    ['D’après Salim Benali, rien.', 'Salim Benali'],
    ['jugé à Rabat : Jean-Pierre Dupont', 'Jean-Pierre Dupont'],
    ['à El Jadida, Salim Benali est relaxé', 'Salim Benali'],
  ])('the name in “%s”', (text, name) => {
    expect(bareNames(text)).toEqual([name])
  })
})

describe('lets stand', () => {
  it.each([
    'La Cour européenne des droits de l’homme, Grande Chambre.',
    'Au Maroc, le juge vérifie le moyen. In Morocco the judge does too.',
    'Young Moroccan women were recruited. Two Vietnamese minors were found.',
    'The European Court of Human Rights (First Section) cited the Penal Code.',
    'La chambre criminelle de la cour d’appel d’El Jadida.',
    'arrêtés aux Émirats arabes unis, puis au Royaume-Uni',
    'They worked in the United Arab Emirates.',
    'Quel État a manqué à son obligation ? L’État A. Les États coopèrent.',
    'Selon l’O.N.U., art. 4.',
    'Forty-two Bangladeshi workers picked strawberries at Manolada.',
  ])('“%s”', (text) => {
    expect(bareNames(text)).toEqual([])
  })
})
