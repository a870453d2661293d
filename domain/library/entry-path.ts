/** The address of an entry's page in the library, without the language. */
export const entryPath = {
  term: (id: string) => `/library/glossary#${entryAnchor.term(id)}`,
  indicators: (group: string) => `/library/indicators#${group}`,
  indicator: (group: string, id: string) => `/library/indicators#${entryAnchor.indicator(group, id)}`,
  referral: (id: string) => `/library/referral#${entryAnchor.referral(id)}`,
  figure: (id: string) => `/library/figures#${entryAnchor.figure(id)}`,
  checklist: (id: string) => `/library/checklists/${id}`,
  model: (id: string) => `/library/models/${id}`,
  brief: (id: string) => `/library/briefs/${id}`,
}

/** The fragment of an entry on its page. A group of indicators has its own id: `begging`. */
export const entryAnchor = {
  term: (id: string) => `term-${id}`,
  indicator: (group: string, id: string) => `${group}-${id}`,
  referral: (id: string) => `contact-${id}`,
  figure: (id: string) => `figure-${id}`,
}
