/* Evidence is enlarged where it stands: as wide as the window at first, then nearer and farther by buttons, keys or a click on the picture. */
(function () {
  'use strict';

  const dialog = document.getElementById('enlarged');
  if (!dialog || !dialog.showModal) return;
  const view = dialog.querySelector('.zoom-view');
  const picture = view.querySelector('img');
  const told = dialog.querySelector('output');
  const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
  let scale = 1;

  function fitting() {
    return picture.naturalWidth ? Math.min(1, view.clientWidth / picture.naturalWidth) : 1;
  }

  /* what is in the middle of the view, or under the pointer, stays there */
  function zoom(to, x, y) {
    const wasX = (view.scrollLeft + x) / scale;
    const wasY = (view.scrollTop + y) / scale;
    scale = to;
    picture.style.width = Math.round(picture.naturalWidth * scale) + 'px';
    told.textContent = Math.round(scale * 100) + ' %';
    view.scrollLeft = wasX * scale - x;
    view.scrollTop = wasY * scale - y;
  }

  function act(what, x, y) {
    const nearer = steps.find(function (step) { return step > scale + 0.01; });
    const farther = steps.slice().reverse().find(function (step) { return step < scale - 0.01; });
    const to = { in: nearer, out: farther, fit: fitting(), whole: 1 }[what];
    if (to) zoom(to, x === undefined ? view.clientWidth / 2 : x, y === undefined ? view.clientHeight / 2 : y);
  }

  document.addEventListener('click', function (event) {
    const link = event.target.closest('a[data-picture]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    picture.removeAttribute('src');
    picture.src = link.dataset.picture;
    dialog.showModal();
    view.focus();
  });

  picture.addEventListener('load', function () {
    zoom(fitting(), 0, 0);
    view.scrollTo(0, 0);
  });

  picture.addEventListener('click', function (event) {
    const frame = view.getBoundingClientRect();
    act(scale < 1 ? 'whole' : 'fit', event.clientX - frame.left, event.clientY - frame.top);
  });

  dialog.addEventListener('click', function (event) {
    const button = event.target.closest('button[data-zoom]');
    if (button) act(button.dataset.zoom);
  });

  dialog.addEventListener('keydown', function (event) {
    const what = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit', '1': 'whole' }[event.key];
    if (!what || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act(what);
  });
})();
