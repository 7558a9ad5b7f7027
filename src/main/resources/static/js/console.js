/* Keeps relative times true, lets our data be copied, and keeps a form from being sent twice. */
(function () {
  'use strict';

  const words = (document.getElementById('script-words') || { dataset: {} }).dataset;

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
    const seconds = (Date.now() - then) / 1000;
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
    keep(ours().filter(function (one) { return one === form; }));
    if (event.submitter) event.submitter.setAttribute('aria-busy', 'true');
  });

  /* What was typed outlives a session that ends meanwhile: it is kept in this tab until the form is answered, without secrets and files, and put back
     where its user has signed in again. */
  const TYPED = 'portolan-typed';

  function user() {
    const link = document.querySelector('.user-link');
    return link ? link.textContent.trim() : '';
  }

  function ours() {
    return Array.from(document.forms).filter(function (form) {
      return (form.getAttribute('method') || '').toLowerCase() === 'post' && !/\/sign-(in|out)/.test(form.getAttribute('action') || '');
    });
  }

  /* the same form of the page when it is loaded anew */
  function placeOf(form) {
    const action = form.getAttribute('action');
    return { action: action, at: ours().filter(function (one) { return one.getAttribute('action') === action; }).indexOf(form) };
  }

  function maySay(field) {
    return field.name && !/^(hidden|password|file|submit|button|image|reset)$/.test(field.type) && field.tagName !== 'BUTTON'
      && !field.classList.contains('concealed') && !/one-time-code|password/.test(field.autocomplete || '') && !/PRIVATE KEY/.test(field.value);
  }

  function isChanged(field) {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') return Array.from(field.options).some(function (option) { return option.selected !== option.defaultSelected; });
    return field.value !== field.defaultValue;
  }

  function keep(forms) {
    if (!forms.length) return;
    const kept = forms.map(function (form) {
      return Object.assign(placeOf(form), { fields: Array.from(form.elements).filter(maySay).map(function (field) {
        return { name: field.name, value: field.value, checked: Boolean(field.checked) };
      }) });
    });
    try { sessionStorage.setItem(TYPED, JSON.stringify({ user: user(), forms: kept })); } catch (full) { /* then it is lost as it would be without */ }
  }

  function put(form, fields) {
    const left = fields.slice();
    Array.from(form.elements).filter(maySay).forEach(function (field) {
      const at = left.findIndex(function (one) {
        return one.name === field.name && (!/^(checkbox|radio)$/.test(field.type) || one.value === field.value);
      });
      if (at < 0) return;
      const one = left.splice(at, 1)[0];
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = one.checked; else field.value = one.value;
      const hiding = field.closest('details');
      if (hiding && isChanged(field)) hiding.open = true;
    });
  }

  function putBack() {
    if (/\/sign-in/.test(location.pathname)) return;
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(TYPED));
      sessionStorage.removeItem(TYPED);
    } catch (none) { /* nothing was kept */ }
    if (location.hash !== '#typed-again') return;
    history.replaceState(null, '', location.pathname + location.search);
    if (!kept || kept.user !== user()) return;
    let first = null;
    kept.forms.forEach(function (typed) {
      const form = ours().filter(function (one) { return one.getAttribute('action') === typed.action; })[typed.at];
      if (!form) return;
      put(form, typed.fields);
      first = first || Array.from(form.elements).find(function (field) { return maySay(field) && isChanged(field); });
    });
    if (!first) return;
    const box = document.createElement('div');
    box.className = 'alert alert-info';
    box.id = 'typed-again';
    box.setAttribute('role', 'status');
    box.textContent = words.typedAgain;
    document.getElementById('content').prepend(box);
    first.focus();
  }

  /* a part of a page that finds the session ended leads away from it */
  document.addEventListener('htmx:beforeOnLoad', function (event) {
    if (event.detail.xhr.getResponseHeader('HX-Redirect')) {
      keep(ours().filter(function (form) { return Array.from(form.elements).some(function (field) { return maySay(field) && isChanged(field); }); }));
    }
  });

  putBack();

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
