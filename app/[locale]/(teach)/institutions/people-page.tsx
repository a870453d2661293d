import type { DocumentContext } from '@/app/document'
import { DocumentForm } from '@/app/document-form'
import { MemberCard } from '@/components/access/member-card'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import type { Role } from '@/domain/access/role'
import { findPeople } from '@/server/access/people'
import type { Permit } from '@/server/auth/permit'
import { memberItem } from './member-item'
import { type Crumb, teachPage } from './teach-page'

type Asked = {
  permit: Permit<'people:read'>
  /** Of this very page. */
  path: string
  title: string
  lead: string
  crumbs: readonly Crumb[]
  /** What the reader may give here. */
  offered: readonly Role[]
  state?: FormState | undefined
}

/** Who holds a role here and since when, with what the reader may do about it. */
export async function peoplePage(context: DocumentContext, asked: Asked) {
  const { locale, t } = context
  const { permit, path, title, lead, crumbs, offered, state } = asked
  const people = await findPeople(permit)
  const action = href(locale, path)
  return teachPage(context, {
    title,
    lead,
    crumbs,
    state,
    children: (
      <>
        {people.length === 0 && <p className="card">{t('people.none')}</p>}
        {people.length > 0 && (
          <ul className="plain stack">
            {people.map((member) => (
              <MemberCard
                key={member.accountId}
                member={memberItem(member, { permit, action, locale, t })}
                texts={{
                  identity: t('people.identity'),
                  change: t('people.change'),
                  confirmLead: t('people.confirmLead'),
                }}
              />
            ))}
          </ul>
        )}
        <section className="stack" aria-labelledby="add">
          <h2 id="add">{t('people.add')}</h2>
          <p className="prose">{t('people.addLead')}</p>
          <DocumentForm
            id="grant"
            action={action}
            fields={[
              { kind: 'email', name: 'email', label: t('fields.email') },
              {
                kind: 'select',
                name: 'role',
                label: t('fields.role'),
                options: offered.map((role) => ({ value: role, label: t(`roles.${role}`) })),
                choose: t('fields.choose'),
              },
            ]}
            submit={t('people.addButton')}
            state={state}
            t={t}
          />
        </section>
      </>
    ),
  })
}
