/* Where nobody has chosen light or dark, the page is as the system is; where nobody has chosen a zone, it shows times by the clock of the browser.
   It is loaded before anything is drawn, so that no page is first light and then dark. */
(function () {
  'use strict';

  const root = document.documentElement;
  const zone = window.Intl && Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    document.cookie = 'portolan-browser-zone=' + encodeURIComponent(zone) + '; path=' + root.dataset.root + '; max-age=31536000; samesite=lax'
      + (location.protocol === 'https:' ? '; secure' : '');
  }

  if (root.hasAttribute('data-bs-theme') || !window.matchMedia) return;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function follow() {
    root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  }

  follow();
  dark.addEventListener('change', follow);
})();
