import type { Permission } from '@/domain/auth/policy'
import { requirePermission } from '@/server/auth/permit'
import { requireInstitution } from '@/server/institution/institutions'

type Asked = Extract<
  Permission,
  | `institution:${'read' | 'change' | 'archive' | 'report'}`
  | 'figures:keep'
  | 'people:read'
  | 'audit:read'
  | 'certificate:list'
>

/** An institution that works, to who may do this in it. What is not hers and what does not exist look the same. */
export async function openInstitution<P extends Asked>(permission: P, institutionId: string) {
  const permit = await requirePermission<Asked>(permission, { institutionId })
  return {
    permit: permit as Awaited<ReturnType<typeof requirePermission<P>>>,
    institution: await requireInstitution(institutionId),
  }
}

/** Its name in the language of the page, for titles and the way up. */
export function nameOf({ nameArabic, nameLatin }: { nameArabic: string; nameLatin: string }, locale: string): string {
  return locale === 'ar' ? nameArabic : nameLatin
}
