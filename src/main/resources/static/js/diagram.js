/* Draws routes. That of an onboarding is painted by the table of its legs, again after each change of that table; those of a bank, each named by
   data-legs, have no states and are drawn when they come into view. One with data-spot is that of an onboarding on the page of a task: its leg
   stands in the middle, marked. Where nothing is kept, the page itself holds the model, as data-model says. */
function drawRoute(box) {
  'use strict';

  const tones = ['done', 'active', 'waiting', 'person', 'rejected', 'quiet'];
  const legs = box.dataset.legs ? '#' + box.dataset.legs + ' li[data-leg]' : '#live tr[data-leg]';
  const painted = new Map();
  let viewer = null;

  function icon(row) {
    return '<svg class="means-icon" role="img" aria-label="' + row.dataset.label + '"><title>' + row.dataset.label
      + '</title><use href="' + box.dataset.icons + '#' + row.dataset.means + '"></use></svg>';
  }

  function rows() {
    return Array.from(document.querySelectorAll(legs));
  }

  function drawIcons() {
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    rows().forEach(function (row) {
      if (elements.get(row.dataset.leg)) {
        overlays.add(row.dataset.leg, 'means', { position: { top: 4, left: 4 }, html: icon(row) });
      }
    });
  }

  function paint() {
    if (!viewer || (box.dataset.legs && !box.dataset.spot)) return;
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    rows().forEach(function (row) {
      const leg = row.dataset.leg;
      const tone = row.dataset.state;
      if (!elements.get(leg) || painted.get(leg) === tone) return;
      tones.forEach(function (other) { canvas.removeMarker(leg, 'leg-' + other); });
      canvas.addMarker(leg, 'leg-' + tone);
      if (row.dataset.word === 'skipped') canvas.addMarker(leg, 'leg-skipped');
      painted.set(leg, tone);
    });
    if (box.dataset.spot && elements.get(box.dataset.spot)) canvas.addMarker(box.dataset.spot, 'leg-spot');
    paintEnds(canvas, elements);
  }

  /* what stands before the first leg is behind us; the end is reached when every leg is */
  function paintEnds(canvas, elements) {
    const words = rows().map(function (row) { return row.dataset.word; });
    ['requested', 'pre-flight'].forEach(function (id) {
      if (elements.get(id)) canvas.addMarker(id, 'leg-done');
    });
    if (elements.get('live') && words.length && words.every(function (w) { return w === 'done' || w === 'skipped'; })) {
      canvas.addMarker('live', 'leg-done');
    }
  }

  /* a leg in the middle, at a size that can be read, with its neighbours to both sides */
  function centre(leg) {
    const canvas = viewer.get('canvas');
    canvas.resized();
    canvas.viewbox({ x: leg.x + leg.width / 2 - box.clientWidth / 2, y: leg.y + leg.height / 2 - box.clientHeight / 2, width: box.clientWidth, height: box.clientHeight });
  }

  /* the way from the request to live fills the width; what happens when it is stopped is a drag away */
  function fit() {
    if (!box.clientWidth) return;
    if (box.dataset.spot && viewer.get('elementRegistry').get(box.dataset.spot)) {
      centre(viewer.get('elementRegistry').get(box.dataset.spot));
      return;
    }
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const stopped = registry.get('onboardingStopped') && registry.get('onboardingStopped').parent;
    const points = [];
    registry.forEach(function (element) {
      if (!element.parent || element === stopped || element.parent === stopped || (element.labelTarget || element).parent === stopped) return;
      if (element.waypoints) points.push.apply(points, element.waypoints);
      else points.push({ x: element.x, y: element.y }, { x: element.x + element.width, y: element.y + element.height });
    });
    const xs = points.map(function (p) { return p.x; });
    const ys = points.map(function (p) { return p.y; });
    const left = Math.min.apply(null, xs) - 20;
    const top = Math.min.apply(null, ys) - 20;
    const width = Math.max.apply(null, xs) + 20 - left;
    const scale = Math.min(box.clientWidth / width, 1.4);
    const height = Math.max.apply(null, ys) + 45 / Math.min(scale, 1) - top;
    box.style.height = Math.min(640, Math.max(160, height * scale)) + 'px';
    canvas.resized();
    canvas.viewbox({ x: left - (box.clientWidth / scale - width) / 2, y: top, width: box.clientWidth / scale, height: box.clientHeight / scale });
  }

  function model() {
    if (box.dataset.model) return Promise.resolve(document.getElementById(box.dataset.model).textContent);
    return fetch(box.dataset.src, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) throw new Error('no diagram');
      return answer.text();
    });
  }

  model()
    .then(function (xml) {
      viewer = new window.BpmnJS({ container: box, canvas: { deferUpdate: false } });
      return viewer.importXML(xml);
    })
    .then(function () {
      drawIcons();
      paint();
      fit();
      box.dataset.drawn = 'yes';
      window.addEventListener('resize', fit);
    })
    .catch(function () {
      box.classList.add('no-diagram');
      box.textContent = (document.getElementById('script-words') || { dataset: {} }).dataset.noDiagram || '';
    });

  document.body.addEventListener('htmx:afterSwap', paint);
}

(function () {
  'use strict';

  if (!window.BpmnJS) return;
  const watch = new IntersectionObserver(function (seen) {
    seen.filter(function (one) { return one.isIntersecting; }).forEach(function (one) {
      watch.unobserve(one.target);
      drawRoute(one.target);
    });
  });
  document.querySelectorAll('.diagram[data-src], .diagram[data-model]').forEach(function (box) {
    if (box.dataset.legs) watch.observe(box); else drawRoute(box);
  });
})();
