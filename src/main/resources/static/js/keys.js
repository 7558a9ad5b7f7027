/* Single keys for what is done often, which can be turned off; and pictures that are enlarged where they stand. */
(function () {
  'use strict';

  const dialog = document.getElementById('keys');
  const opener = document.getElementById('keys-open');
  const box = document.getElementById('keys-on');
  const enlarged = document.getElementById('enlarged');
  if (!dialog || !dialog.showModal) return;

  function areOn() {
    try { return localStorage.getItem('portolan-keys') !== 'off'; } catch (none) { return true; }
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
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
    const wanted = /^[a-z/]$/.test(event.key) ? document.querySelector('[data-key="' + event.key + '"]') : null;
    if (!wanted) return;
    event.preventDefault();
    if (isTyping(wanted)) wanted.focus(); else wanted.click();
  });

  document.addEventListener('click', function (event) {
    const link = event.target.closest('a[data-picture]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    enlarged.querySelector('img').src = link.dataset.picture;
    enlarged.showModal();
  });
})();
