/** The product's mark and name. */
export function Logo() {
  return (
    <div className="brand">
      <svg width="17" height="16" viewBox="0 0 17 16" aria-hidden="true">
        <rect x="0" y="9" width="4" height="7" rx="1" fill="currentColor" opacity=".45" />
        <rect x="6" y="5" width="4" height="11" rx="1" fill="currentColor" opacity=".7" />
        <rect x="12" y="0" width="4" height="16" rx="1" fill="currentColor" />
      </svg>
      <span className="brand-name">Allinea</span>
    </div>
  );
}
