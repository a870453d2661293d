/** The number of a fact, by which answers point to it. It reads from left to right. */
export function FactNo({ id }: { id: string }) {
  return (
    <bdi className="fact-no" dir="ltr">
      {id}
    </bdi>
  )
}
