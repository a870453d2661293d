import 'server-only'
import { addAct } from './act'
import { addPerson } from './person'
import { daysAfter, type TableBatch } from './table-batch'

/**
 * Accounts for the platform's administrator to look at: one that she has disabled, one whose address is not confirmed, and
 * one with a second factor. Nobody signs in to them.
 */
export function addHelped(batch: TableBatch, administratorId: string): void {
  const { now, tables } = batch
  const at = (days: number) => daysAfter(now, -days)
  const person = (days: number) =>
    ({
      begun: at(days),
      function: 'clerk',
      institution: 'المحكمة الابتدائية بوجدة (حساب تجريبي)',
      locale: 'ar',
    }) as const
  const disabled = addPerson(batch, { ...person(40), disabledAt: at(6) })
  const reason = 'هاتف مفقود، بطلب من صاحب الحساب'
  const of = { actorId: administratorId, subjectId: disabled.accountId, institutionId: null }
  addAct(batch, { act: 'account-disabled', at: at(6), ...of, reason })
  addPerson(batch, { ...person(3), confirmed: false })
  const { accountId } = addPerson(batch, person(25))
  tables.SecondFactor.push({ accountId, createdAt: at(24), confirmedAt: at(24) })
}
