export type OptionGroup = { label: string; options: readonly { id: string; label: string }[] }

/** What a list to choose from contains, under the headings of its groups. */
export function OptionGroups({ groups }: { groups: readonly OptionGroup[] }) {
  return groups.map(({ label, options }) => (
    <optgroup key={label} label={label}>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </optgroup>
  ))
}
