/** Takes the space of the rows of a long table that are not drawn. */
export function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer" role="presentation" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
