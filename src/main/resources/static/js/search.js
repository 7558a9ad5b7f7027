/* The search dialog: opened by / or Ctrl-K from anywhere; results while one types; arrow keys choose, Enter opens, Esc closes. */
(function () {
  'use strict';

  const opener = document.getElementById('search-open');
  if (!opener || !window.HTMLDialogElement) return;
  const base = opener.getAttribute('href');
  let dialog, field, list, said, waiting, asking;

  function remembered() {
    try { return JSON.parse(sessionStorage.getItem('portolan-opened')) || []; } catch (none) { return []; }
  }

  function remember() {
    const here = location.pathname + location.search;
    const all = [{ page: here, title: document.title.replace(/ · Portolan$/, '') }]
      .concat(remembered().filter(function (each) { return each.page !== here; })).slice(0, 9);
    try { sessionStorage.setItem('portolan-opened', JSON.stringify(all)); } catch (none) { /* then nothing is remembered */ }
  }

  function options() {
    return Array.from(list.querySelectorAll('[role=option]'));
  }

  function choose(option) {
    options().forEach(function (each) { each.setAttribute('aria-selected', String(each === option)); });
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function chosen() {
    return list.querySelector('[aria-selected=true]');
  }

  function step(by) {
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
  }

  function shown(message) {
    field.setAttribute('aria-expanded', String(options().length > 0));
    said.textContent = message;
    choose(options()[0] || null);
  }

  /* what was opened lately in this window, as long as nothing is typed */
  function lately() {
    list.replaceChildren();
    const all = remembered().slice(1);
    if (all.length) {
      const group = document.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', list.dataset.recent);
      const kind = document.createElement('div');
      kind.className = 'found-kind';
      kind.setAttribute('role', 'presentation');
      kind.textContent = list.dataset.recent;
      group.append(kind);
      all.forEach(function (each, place) {
        const option = document.createElement('div');
        option.id = 'opened-' + place;
        option.setAttribute('role', 'option');
        option.dataset.page = each.page;
        option.textContent = each.title;
        group.append(option);
      });
      list.append(group);
    }
    shown('');
    choose(null);
  }

  function ask() {
    const words = field.value.trim();
    if (asking) asking.abort();
    if (words.length < 2) {
      lately();
      said.textContent = words ? list.dataset.short : '';
      return;
    }
    asking = new AbortController();
    fetch(base + '/results?q=' + encodeURIComponent(words), { headers: { 'HX-Request': 'true' }, signal: asking.signal }).then(function (answer) {
      if (answer.status === 401) location.assign(answer.headers.get('HX-Redirect') || base);
      return answer.ok ? answer.text() : '';
    }).then(function (fragment) {
      const part = new DOMParser().parseFromString(fragment, 'text/html');
      const number = part.querySelector('[data-said]');
      if (number) number.remove();
      list.replaceChildren.apply(list, Array.from(part.body.childNodes));
      shown(number ? number.textContent : '');
    }).catch(function (cut) { if (cut.name !== 'AbortError') said.textContent = ''; });
  }

  function open(option, elsewhere) {
    if (elsewhere) window.open(option.dataset.page, '_blank', 'noopener'); else location.assign(option.dataset.page);
  }

  function typed(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && chosen()) {
      event.preventDefault();
      open(chosen(), event.ctrlKey || event.metaKey);
    }
  }

  function made(fragment) {
    const part = new DOMParser().parseFromString(fragment, 'text/html');
    dialog = document.body.appendChild(part.getElementById('search'));
    field = document.getElementById('search-field');
    list = document.getElementById('search-list');
    said = document.getElementById('search-status');
    field.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
    field.addEventListener('keydown', typed);
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });
    list.addEventListener('click', function (event) {
      const option = event.target.closest('[role=option]');
      if (option) open(option, event.ctrlKey || event.metaKey);
    });
    document.getElementById('search-close').addEventListener('click', function () { dialog.close(); });
    dialog.addEventListener('close', function () { clearTimeout(waiting); });
  }

  function show() {
    if (document.querySelector('dialog[open]:not(#search)')) return;
    if (!dialog) {
      fetch(base + '/dialog', { headers: { 'HX-Request': 'true' } }).then(function (answer) {
        if (!answer.ok) throw new Error();
        return answer.text();
      }).then(function (fragment) {
        if (!dialog) made(fragment);
        show();
      }).catch(function () { location.assign(base); });
      return;
    }
    if (!dialog.open) {
      dialog.showModal();
      field.value = '';
      lately();
    }
    field.focus();
  }

  opener.addEventListener('click', function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show();
  });
  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      show();
    }
  });
  remember();
})();
