/** A few choices in a row, one of which holds. Each is a button: Tab goes through them. */
export function Chips<Id extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {choices.map(({ id, label: words }) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-pressed={id === value}
          onClick={() => onChange(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
