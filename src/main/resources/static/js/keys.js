/* Single keys for what is done often, which can be turned off. */
(function () {
  'use strict';

  const dialog = document.getElementById('keys');
  const opener = document.getElementById('keys-open');
  const box = document.getElementById('keys-on');
  if (!dialog || !dialog.showModal) return;

  function areOn() {
    try { return localStorage.getItem('portolan-keys') !== 'off'; } catch (none) { return true; }
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  /* up and down the lines of a list; Enter then opens the line */
  function step(event, by) {
    const lines = Array.from(document.querySelectorAll('main table.card-table tbody th a'));
    if (!lines.length) return;
    const at = lines.findIndex(function (link) { return link.closest('tr').contains(document.activeElement); });
    event.preventDefault();
    lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, at + by))].focus();
  }

  /* g and then the letter of a page goes there */
  const pages = Array.from(document.querySelectorAll('[data-go]'));
  let goes = 0;
  function goTo(event) {
    const isSecond = Date.now() < goes;
    goes = event.key === 'g' && !isSecond ? Date.now() + 2000 : 0;
    const page = isSecond && pages.find(function (link) { return link.dataset.go === event.key; });
    if (page) page.click();
    return isSecond || goes > 0;
  }
  pages.forEach(function (link, at) {
    const key = document.createElement('kbd');
    key.textContent = link.dataset.go;
    document.getElementById('keys-go').append(at ? ', ' : '', key, ' ' + link.firstChild.textContent.trim());
  });

  opener.hidden = false;
  opener.addEventListener('click', function () { dialog.showModal(); });
  box.checked = areOn();
  box.addEventListener('change', function () {
    try { localStorage.setItem('portolan-keys', box.checked ? 'on' : 'off'); } catch (none) { /* then they stay on */ }
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || !areOn() || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '?') {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    if (goTo(event)) return;
    if (event.key === 'n' && !document.querySelector('[data-key="n"]')) {
      const tasks = document.querySelector('.top-links a[href$="/tasks"]');
      if (tasks) location.assign(tasks.href + '/next');
      return;
    }
    if (event.key === 'j' || event.key === 'k') {
      step(event, event.key === 'j' ? 1 : -1);
      return;
    }
    const wanted = /^[a-z/]$/.test(event.key) ? document.querySelector('[data-key="' + event.key + '"]') : null;
    if (!wanted) return;
    event.preventDefault();
    if (isTyping(wanted)) wanted.focus(); else wanted.click();
  });
})();
