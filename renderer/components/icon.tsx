const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  columns: 'M2.5 3.5h11v9h-11zM6.25 3.5v9M9.75 3.5v9',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M11.5 11.5 14 14M12.5 7.25a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0Z',
} as const;

/** A small line drawing. It is decoration only, so it has no accessible name. */
export function Icon({ name, size = 16 }: { readonly name: keyof typeof paths; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
