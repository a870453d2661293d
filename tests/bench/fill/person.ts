import { daysAfter, type Filling } from './filling'

const FIRST = [
  ['أمينة', 'Amina'],
  ['يوسف', 'Youssef'],
  ['سعاد', 'Souad'],
  ['إدريس', 'Driss'],
  ['نادية', 'Nadia'],
] as const
const FAMILY = [
  ['التجريبي', 'Tajribi'],
  ['النموذجي', 'Namoudaji'],
  ['القياسي', 'Qiyassi'],
  ['الافتراضي', 'Iftiradi'],
] as const

export type Person = {
  accountId: string
  sessionId: string
  email: string
  nameArabic: string
  nameLatin: string
  /** When she signed up. */
  begun: Date
}

/** An account two to three months old, signed in. */
export function addPerson({ tables, roll, now, passwordHash }: Filling, index: number): Person {
  const begun = daysAfter(now, roll.below(30) - 90)
  const accountId = roll.uuid(begun)
  const sessionId = roll.uuid(now)
  const email = `learner-${index}@bench.example`
  const [first, family] = [roll.pick(FIRST), roll.pick(FAMILY)]
  const names = { nameArabic: `${first[0]} ${family[0]}`, nameLatin: `${first[1]} ${family[1]}` }
  tables.Account.push({
    id: accountId,
    email,
    passwordHash,
    ...names,
    function: roll.pick(['judge', 'prosecutor']),
    institution: 'المحكمة الابتدائية بفاس',
    locale: 'ar',
    createdAt: begun,
    emailConfirmedAt: begun,
  })
  tables.Session.push({ id: sessionId, accountId, createdAt: now, expiresAt: daysAfter(now, 30) })
  return { accountId, sessionId, email, ...names, begun }
}
