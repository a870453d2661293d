import { expect, it } from 'vitest'
import { isPersonal, passwordProblem } from './password'

const fatima = { email: 'f.alaoui@justice.ma', nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima El Alaoui' }

it.each([
  'correct horse battery',
  'le greffe ouvre à neuf heures',
  'ثلاث قضايا في الصباح',
  'x7#Kq9!vTz2p',
  'Rabat est loin de Figuig',
])('takes %s', (password) => {
  expect(passwordProblem(password)).toBeNull()
})

it.each([
  ['', 'required'],
  ['x7#Kq9!vTz2', 'password-short'],
  ['x7#Kq9!v'.repeat(17), 'too-long'],
  ['aaaaaaaaaaaa', 'password-common'],
  ['abababababab', 'password-common'],
  ['123456789012', 'password-common'],
  ['Azertyuiop123', 'password-common'],
  ['MotDePasse2026!', 'password-common'],
  ['mot de passe 1', 'password-common'],
  ['password1234', 'password-common'],
  ['Casablanca2026', 'password-common'],
  ['abcdefghijkl', 'password-common'],
  ['كلمة المرور 1', 'password-common'],
])('finds %s wanting: %s', (password, problem) => {
  expect(passwordProblem(password)).toBe(problem)
})

it('counts characters as a person does', () => {
  expect(passwordProblem('𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉𞤊')).toBe('password-short')
})

it.each(['the f.alaoui account', 'FATIMA of the court', 'قضايا فاطمة اليوم'])('finds the name in %s', (password) => {
  expect(isPersonal(password, fatima)).toBe(true)
})

it('lets short words of a name pass, since sentences are full of them', () => {
  expect(isPersonal('elles ouvrent la porte', fatima)).toBe(false)
})
