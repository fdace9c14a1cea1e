// The first thing that runs, before anything is drawn. A classic script, so that it runs even where modules do not.
(() => {
  const LEFT = 'l';
  const way = performance.getEntriesByType('navigation')[0];

  // After "Snel weg" the back button leads nowhere either.
  if (sessionStorage.getItem(LEFT) !== null) {
    if (way && /** @type {PerformanceNavigationTiming} */ (way).type === 'back_forward') {
      document.documentElement.hidden = true;
      location.replace('about:blank');
      return;
    }
    sessionStorage.removeItem(LEFT);
  }

  // A page that the browser kept whole in memory must not come back with what was on it.
  addEventListener('pageshow', (event) => event.persisted && location.reload());

  // Says at once that a script did not arrive or broke, instead of after the seconds that the style sheet waits.
  const failed = () => {
    if (document.body?.classList.contains('waiting')) document.body.classList.add('failed');
  };
  addEventListener('error', () => (document.body ? failed() : addEventListener('DOMContentLoaded', failed)), true);
  addEventListener('unhandledrejection', failed);
})();
