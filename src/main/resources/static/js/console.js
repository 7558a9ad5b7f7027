/* Keeps relative times true, lets our data be copied, and keeps a form from being sent twice. */
(function () {
  'use strict';

  const words = (document.getElementById('script-words') || { dataset: {} }).dataset;

  /* by how much this clock is ahead of Portolan's, by which times are told */
  const ahead = Date.now() - (Date.parse(words.clock) || Date.now());

  /* a text of the page's with what belongs into it */
  function filled(text, value) {
    return (text || '').replace('{0}', value);
  }

  function roughly(seconds) {
    if (seconds < 60) return filled(words.s, Math.floor(seconds));
    if (seconds < 3600) return filled(words.min, Math.floor(seconds / 60));
    if (seconds < 48 * 3600) return filled(words.h, Math.floor(seconds / 3600));
    return filled(words.days, Math.floor(seconds / 86400));
  }

  function relative(then) {
    const seconds = (Date.now() - ahead - then) / 1000;
    if (Math.abs(seconds) < 5) return words.now;
    return filled(seconds < 0 ? words.in : words.ago, roughly(Math.abs(seconds)));
  }

  function tick() {
    document.querySelectorAll('time[datetime]:not([data-exact])').forEach(function (time) {
      const text = relative(Date.parse(time.dateTime));
      if (time.textContent !== text) time.textContent = text;
    });
  }

  /* for those who do not see a button change */
  function say(text) {
    let place = document.getElementById('announced');
    if (!place) {
      place = document.createElement('div');
      place.id = 'announced';
      place.className = 'visually-hidden';
      place.setAttribute('role', 'status');
      document.body.append(place);
    }
    place.textContent = '';
    setTimeout(function () { place.textContent = text; }, 100);
  }

  /* on narrow screens each row of a table stands as a list of its own, by the names of its columns */
  function stack() {
    document.querySelectorAll('table.card-table:not(.terms-table)').forEach(function (table) {
      const names = Array.from(table.querySelectorAll('thead th'), function (head) { return head.querySelector('.visually-hidden') ? '' : head.textContent.trim(); });
      table.querySelectorAll('tbody tr').forEach(function (row) {
        Array.from(row.cells).forEach(function (cell, at) {
          if (cell.tagName === 'TD') cell.dataset.label = names[at] || '';
          cell.classList.toggle('is-empty', !cell.textContent.trim());
        });
      });
      table.classList.add('stacks');
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
      const copy = button.dataset.word || button.textContent;
      button.dataset.word = copy;
      button.textContent = words.copied;
      say(words.copied + (button.getAttribute('aria-label') || '').replace(copy, ''));
      setTimeout(function () { button.textContent = copy; }, 1500);
    });
  });

  /* what is nowhere but on the page is saved from it */
  document.querySelectorAll('button[data-save]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([document.getElementById(button.dataset.save).textContent], { type: 'application/yaml' }));
      link.download = button.dataset.name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
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
    if (event.submitter) event.submitter.setAttribute('aria-busy', 'true');
  });

  /* what is swapped keeps the focus and what was opened in it */
  let focused = null;
  let opened = [];

  function nameOf(element) {
    if (element.id) return '#' + CSS.escape(element.id);
    const href = element.getAttribute('href');
    return href ? element.tagName.toLowerCase() + '[href="' + CSS.escape(href) + '"]' : null;
  }

  document.addEventListener('htmx:beforeSwap', function (event) {
    const inside = event.target.contains(document.activeElement);
    focused = inside && document.activeElement !== document.body ? nameOf(document.activeElement) : focused;
    event.target.querySelectorAll('details[open][id]').forEach(function (details) { opened.push(details.id); });
  });

  /* a part of the page that is being asked for shows that it works, where it takes long; one that fails says so until it comes again */
  function failed(event) {
    event.target.dataset.failed = 'yes';
    const notice = document.getElementById('not-current');
    if (notice) notice.hidden = false;
  }

  document.addEventListener('htmx:beforeRequest', function (event) { event.target.setAttribute('aria-busy', 'true'); });
  document.addEventListener('htmx:afterRequest', function (event) { event.target.removeAttribute('aria-busy'); });
  document.addEventListener('htmx:responseError', failed);
  document.addEventListener('htmx:sendError', failed);
  document.addEventListener('htmx:timeout', failed);
  document.addEventListener('htmx:afterOnLoad', function (event) {
    if (!event.detail.xhr || event.detail.xhr.status >= 400) return;
    delete event.target.dataset.failed;
    const notice = document.getElementById('not-current');
    if (notice && !document.querySelector('[data-failed]')) notice.hidden = true;
  });

  document.addEventListener('htmx:afterSettle', function () {
    stack();
    opened.forEach(function (id) {
      const details = document.getElementById(id);
      if (details) details.open = true;
    });
    opened = [];
    const again = focused && document.activeElement === document.body ? document.querySelector(focused) : null;
    if (again) again.focus({ preventScroll: true });
    focused = null;
  });

  /* a page that comes back from the browser's history may be sent again */
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
    document.querySelectorAll('form [aria-busy]').forEach(function (button) { button.removeAttribute('aria-busy'); });
  });

  stack();
  showCopyButtons();
  setInterval(tick, 5000);
})();
