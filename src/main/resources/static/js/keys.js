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
