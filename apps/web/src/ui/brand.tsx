export function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="5" y="2" width="3.5" height="13" rx="1.75" fill="var(--pm)" />
      <rect x="11.5" y="5" width="3.5" height="13" rx="1.75" fill="var(--em)" />
    </svg>
  );
}
