/* Keeps relative times true, lets our data be copied, and keeps a form from being sent twice. */
(function () {
  'use strict';

  function roughly(seconds) {
    if (seconds < 60) return Math.floor(seconds) + ' s';
    if (seconds < 3600) return Math.floor(seconds / 60) + ' min';
    if (seconds < 48 * 3600) return Math.floor(seconds / 3600) + ' h';
    return Math.floor(seconds / 86400) + ' days';
  }

  function relative(then) {
    const seconds = (Date.now() - then) / 1000;
    if (Math.abs(seconds) < 5) return 'now';
    return seconds < 0 ? 'in ' + roughly(-seconds) : roughly(seconds) + ' ago';
  }

  function tick() {
    document.querySelectorAll('time[datetime]:not([data-exact])').forEach(function (time) {
      const text = relative(Date.parse(time.dateTime));
      if (time.textContent !== text) time.textContent = text;
    });
  }

  function showCopyButtons() {
    if (!navigator.clipboard) return;
    document.querySelectorAll('button[data-copy]').forEach(function (button) { button.hidden = false; });
  }

  document.addEventListener('click', function (event) {
    const button = event.target.closest('button[data-copy]');
    if (!button) return;
    navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
      button.textContent = 'Copied';
      setTimeout(function () { button.textContent = 'Copy'; }, 1500);
    });
  });

  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
  });

  /* a page that comes back from the browser's history may be sent again */
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });

  showCopyButtons();
  setInterval(tick, 5000);
})();
