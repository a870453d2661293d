import type { LibrarySource, YamlSource } from './source'

/** A text about referral plans that cites the law, with its place and its entry name in the ledger. */
type Citing = { file: YamlSource<unknown>; at: string; entry: string; cites: readonly string[]; lawDate: string }

export function pathwayCites({ steps, rules, orders }: LibrarySource['pathway']): Citing[] {
  return [
    ...(steps.value ?? []).flatMap(({ id, harm }, at) =>
      harm ? [{ file: steps, at: `${at}.harm.cites`, entry: `steps/${id}`, ...harm }] : [],
    ),
    ...(rules.value ?? []).map((rule, at) => ({ file: rules, at: `${at}.cites`, entry: `rules/${rule.id}`, ...rule })),
    ...(orders.value ?? []).map((order, at) => ({
      file: orders,
      at: `${at}.cites`,
      entry: `orders/${order.id}`,
      ...order,
    })),
  ]
}
