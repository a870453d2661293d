import 'server-only'
import type { Texts } from '@/domain/text/texts'
import { dayOf, nextDay } from '@/domain/time/day'
import { addAct } from './act'
import type { Hosts } from './seminar'
import { daysAfter, type TableBatch } from './table-batch'

type CallPlan = {
  by: 'school' | 'commission'
  titles: Texts
  texts: Texts
  link: string | null
  /** In days from today, as is `published`. */
  deadline: number
  published: number
}

const CALLS: readonly CallPlan[] = [
  {
    by: 'commission',
    titles: {
      ar: 'دعوة إلى تقديم مشاريع أطروحات: مسار الضحية بعد الحكم (عرض تجريبي)',
      fr: 'Appel à projets de thèse : le parcours de la victime après le jugement (démonstration)',
      en: 'Call for doctoral projects: the victim’s path after judgment (demonstration)',
    },
    texts: {
      ar: 'هذه الدعوة متخيلة. تُقدم المشاريع في خمس صفحات على الأكثر، مع رسالة من المشرف على الأطروحة.\nيمكن الاستناد إلى الأرقام المفتوحة وإلى بيبليوغرافيا هذه الخزانة.',
      fr: 'Cet appel est inventé. Les projets tiennent en cinq pages, avec une lettre du directeur ou de la directrice de thèse.\nLes chiffres ouverts et la bibliographie de cette bibliothèque peuvent y être cités.',
      en: 'This call is invented. Projects take five pages, with a letter from the supervisor of the thesis.\nThe open figures and the bibliography of this library may be cited in them.',
    },
    link: 'https://recherche.example/appel-demonstration',
    deadline: 45,
    published: -15,
  },
  {
    by: 'school',
    titles: {
      ar: 'دعوة إلى المساهمة في يوم دراسي للباحثين في سلك الدكتوراه (عرض تجريبي)',
      fr: 'Appel à communications : journée des doctorants (démonstration)',
    },
    texts: {
      ar: 'هذه الدعوة متخيلة. ملخص من صفحة واحدة، بالعربية أو الفرنسية.',
      fr: 'Cet appel est inventé. Un résumé d’une page, en arabe ou en français.',
    },
    link: null,
    deadline: -20,
    published: -80,
  },
]

/** Calls for research: one that is open, and one that has ended. */
export function addCalls(batch: TableBatch, hosts: Hosts): void {
  const { tables, rng, now } = batch
  for (const { by, titles, texts, link, deadline, published } of CALLS) {
    const publishedAt = daysAfter(now, published)
    const { id: institutionId, staff } = hosts[by]
    tables.ResearchCall.push({
      ...{ id: rng.uuid(publishedAt), institutionId, publishedAt, link },
      ...{ titles: JSON.stringify(titles), texts: JSON.stringify(texts) },
      deadline: nextDay(dayOf(now), deadline),
    })
    addAct(batch, { act: 'call-published', at: publishedAt, actorId: staff.administrator.accountId, institutionId })
  }
}
