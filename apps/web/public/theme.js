// Runs before the first paint, so that a pinned theme never flashes the other one. A file of its own: the page's
// Content-Security-Policy allows no inline script.
try {
  const pinned = localStorage.getItem('duet:theme');
  if (pinned === 'light' || pinned === 'dark') document.documentElement.dataset.theme = pinned;
} catch {
  // Storage is closed to this page: the system's theme it is.
}
