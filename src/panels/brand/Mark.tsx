/** The product's mark: a boundary with one guarded way in. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none">
      <path
        d="M14.5 3H7a4 4 0 0 0-4 4v10a4 4 0 0 0 4 4h10a4 4 0 0 0 4-4V9.5"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path d="M21 3 12 12" stroke="var(--accent)" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="11" cy="13" r="2.4" fill="var(--accent)" />
    </svg>
  );
}
