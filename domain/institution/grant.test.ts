import { expect, it } from 'vitest'
import { rolesIn } from '../auth/role'
import { reasonSchema } from '../form/reason'
import { grantSchema, heldRoleSchema } from './grant'
import { institutionSchema } from './institution'

it('takes an address and a role that the page offered', () => {
  const read = (role: string, names = { nameArabic: '', nameLatin: '' }) =>
    grantSchema(['learner', 'tutor']).safeParse({ email: ' A@b.ma ', ...names, role })

  expect(read('tutor').data).toEqual({ email: 'a@b.ma', nameArabic: '', nameLatin: '', role: 'tutor' })
  const names = { nameArabic: 'هدى المرابط', nameLatin: 'Houda Mrabet' }
  expect(read('tutor', names).data).toMatchObject(names)
  expect(read('tutor', { nameArabic: 'Houda', nameLatin: '' }).error?.issues[0]?.path).toEqual(['nameArabic'])
  expect(read('administrator').success).toBe(false)
  expect(read('').success).toBe(false)
})

it('accepts only existing roles, and only accounts with an id', () => {
  const account = '0198c0de-0000-7000-8000-000000000001'

  expect(heldRoleSchema.safeParse({ account, role: 'tutor' }).success).toBe(true)
  expect(heldRoleSchema.safeParse({ account, role: 'owner' }).success).toBe(false)
  expect(heldRoleSchema.safeParse({ account: 'me', role: 'tutor' }).success).toBe(false)
})

it('has members of the commission only in the commission', () => {
  expect(rolesIn('commission')).toContain('commission-member')
  expect(rolesIn('court')).not.toContain('commission-member')
})

it('names an institution in both scripts, in one of the twelve regions or in none', () => {
  const court = { kind: 'court', nameArabic: 'محكمة الاستئناف بفاس', nameLatin: 'Cour d’appel de Fès', region: '03' }
  const problems = (change: object) =>
    institutionSchema.safeParse({ ...court, ...change }).error?.issues.map(({ message }) => message) ?? []

  expect(problems({})).toEqual([])
  expect(institutionSchema.parse({ ...court, region: '' }).region).toBeNull()
  expect(problems({ nameArabic: 'Cour' })).toEqual(['name-arabic'])
  expect(problems({ nameLatin: 'محكمة' })).toEqual(['name-latin'])
  expect(problems({ region: '13' })).toEqual(['choose'])
  expect(problems({ kind: 'club' })).toEqual(['choose'])
  expect(problems({ nameLatin: 'x'.repeat(161) })).toEqual(['too-long'])
})

it('asks for a reason in words', () => {
  expect(reasonSchema.safeParse({ reason: '  ' }).success).toBe(false)
  expect(reasonSchema.parse({ reason: ' Homonyme ' })).toEqual({ reason: 'Homonyme' })
})
