// Runs before the first paint and before the game's modules. A file of its own, because the page forbids inline scripts.
(function () {
  // zod would otherwise try `new Function`, which the page's policy reports as a violation.
  globalThis.__zod_globalConfig = { jitless: true };
  try {
    var theme = localStorage.getItem('perimeter.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be switched off; then the system's preference decides.
  }
})();
