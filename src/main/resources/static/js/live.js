/* Lets a page follow what happens, without a reload. A part with data-live names the types of events after which it is fetched anew (from data-live-src, else
   from the address of the page) and changed where it differs; one of htmx hears "moved" instead. What time alone changes is fetched every data-live-every. One stream serves the page, none while nobody sees it. */
(function () {
  'use strict';

  const stream = document.getElementById('live-stream');
  if (!stream || !window.EventSource) return;

  const REST = 250;
  const LOST_AFTER = 4000;
  const LONGEST_WAIT = 10000;
  const PAUSE = 1000;
  let source = null;
  let wait = 1000;
  let first = true;
  let lostTimer = null;
  let openTimer = null;
  let restTimer = null;
  let isFetching = false;
  let fetched = 0;
  const stale = new Set();
  const agains = new Set();

  function parts() {
    return Array.from(document.querySelectorAll('[data-live]'));
  }

  function types() {
    return Array.from(new Set(parts().flatMap(function (part) { return part.dataset.live.split(' ').filter(Boolean); })));
  }

  /* data-live-of: only events about these onboardings, registrations, tasks or campaigns */
  function concerns(part, event) {
    const of = (part.dataset.liveOf || '').split(' ').filter(Boolean);
    return part.dataset.live.split(' ').indexOf(event.type) >= 0 && (!of.length || of.indexOf(event.subject) >= 0 || of.indexOf(event.onboarding) >= 0);
  }

  function open() {
    clearTimeout(openTimer);
    const wanted = types();
    if (source || document.hidden || !wanted.length) return;
    const query = new URLSearchParams(wanted.map(function (type) { return ['type', type]; }));
    // what happened while the page was made is told as well; later a look at everything says the same
    if (first && stream.dataset.after) query.set('after', stream.dataset.after);
    source = new EventSource(stream.dataset.src + '?' + query);
    source.onopen = function () {
      wait = 1000;
      clearTimeout(lostTimer);
      lostTimer = null;
      mark(false);
      if (!first) parts().forEach(queue);
      first = false;
    };
    source.onerror = function () {
      close();
      if (!lostTimer) lostTimer = setTimeout(function () { mark(true); }, LOST_AFTER);
      openTimer = setTimeout(open, wait * (0.8 + Math.random() * 0.4));
      wait = Math.min(wait * 2, LONGEST_WAIT);
      first = false;
    };
    wanted.forEach(function (type) {
      source.addEventListener(type, function (message) {
        const event = JSON.parse(message.data);
        parts().filter(function (part) { return concerns(part, event); }).forEach(queue);
      });
    });
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  function mark(isLost) {
    document.getElementById('live-lost').hidden = !isLost;
    document.documentElement.dataset.stream = isLost ? 'lost' : 'yes';
  }

  function queue(part) {
    stale.add(part);
    rest();
  }

  /* several changes that come together are looked at together; where one follows the other there is a look now and then */
  function rest() {
    if (restTimer) return;
    // not all pages that follow the same ask at the same moment
    restTimer = setTimeout(renew, Math.max(REST, fetched + PAUSE - performance.now()) + Math.random() * REST);
  }

  function renew() {
    restTimer = null;
    if (isFetching || document.hidden) {
      if (!document.hidden) rest();
      return;
    }
    fetched = performance.now();
    const now = Array.from(stale).filter(function (part) { return part.isConnected; });
    stale.clear();
    const sources = new Map();
    now.forEach(function (part) {
      // what is counted once in some seconds is looked at again after these
      const again = Number(part.dataset.liveAgain);
      if (again && !agains.delete(part)) {
        agains.add(part);
        setTimeout(function () { if (part.isConnected) queue(part); }, again);
      }
      if (part.hasAttribute('hx-get')) {
        window.htmx.trigger(part, 'moved');
        return;
      }
      const from = part.dataset.liveSrc || location.pathname + location.search;
      sources.set(from, (sources.get(from) || []).concat(part));
    });
    isFetching = true;
    Promise.all(Array.from(sources, function (each) { return fetchParts(each[0], each[1]); })).finally(function () { isFetching = false; });
  }

  function fetchParts(from, wanted) {
    return fetch(from, { credentials: 'same-origin', redirect: 'error', headers: { Accept: 'text/html' } }).then(function (answer) {
      // the address of a page that answers a form may be none that can be fetched
      return answer.ok ? answer.text() : null;
    }).then(function (text) {
      if (text === null) return;
      const fresh = new DOMParser().parseFromString(text, 'text/html');
      wanted.forEach(function (part) { put(part, fresh.getElementById(part.id)); });
      if (source && source.readyState === EventSource.OPEN) mark(false);
    }).catch(function () { mark(true); });
  }

  function put(part, fresh) {
    if (!fresh || !part.isConnected) return;
    const told = part.dataset.liveSay;
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const name = focused && nameOf(focused);
    window.changeInto(part, fresh);
    if (window.htmx) window.htmx.process(part);
    part.dispatchEvent(new CustomEvent('htmx:afterSwap', { bubbles: true }));
    part.dispatchEvent(new CustomEvent('htmx:afterSettle', { bubbles: true }));
    if (focused && document.activeElement !== focused) {
      const again = focused.isConnected ? focused : name && document.querySelector(name);
      if (again) again.focus({ preventScroll: true });
    }
    if (part.dataset.liveSay && part.dataset.liveSay !== told) document.getElementById('live-said').textContent = part.dataset.liveSay;
  }

  function nameOf(element) {
    if (element.id) return '#' + CSS.escape(element.id);
    const href = element.getAttribute('href');
    return href ? element.tagName.toLowerCase() + '[href="' + CSS.escape(href) + '"]' : null;
  }

  document.addEventListener('visibilitychange', function () {
    if (document.hidden) {
      close();
      clearTimeout(openTimer);
      clearTimeout(lostTimer);
      lostTimer = null;
      first = false;
    } else {
      open();
    }
  });

  window.addEventListener('pageshow', function (event) {
    if (!event.persisted) return;
    open();
    parts().forEach(queue);
  });
  window.addEventListener('pagehide', close);

  parts().filter(function (part) { return part.dataset.liveEvery; }).forEach(function (part) {
    setInterval(function () { if (part.isConnected && part.dataset.liveEvery && !document.hidden) queue(part); }, Number(part.dataset.liveEvery));
  });

  open();
})();
