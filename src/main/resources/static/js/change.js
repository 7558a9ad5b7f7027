/* Changes one element into another where they differ, and leaves alone what is the same: whoever reads, has the focus there or has opened something notices only
   what is new. Rows and others that have an id, a leg or a link are known again by it. */
window.changeInto = (function () {
  'use strict';

  /* what scripts of ours and people add to the page, and the server does not know of */
  const OURS = { TD: ['data-label'], TH: ['data-label'], TABLE: [], DETAILS: ['open'], DIALOG: ['open'], BUTTON: ['hidden'] };

  function keyOf(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    if (node.id) return '#' + node.id;
    if (node.dataset.leg) return 'leg ' + node.dataset.leg;
    const link = node.tagName === 'TR' || node.tagName === 'LI' ? node.querySelector('a[href]') : null;
    return link ? node.tagName + ' ' + link.getAttribute('href') : null;
  }

  function isAlike(one, other) {
    return one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
  }

  function attributes(from, to) {
    const kept = OURS[from.tagName] || [];
    Array.from(from.attributes).forEach(function (attribute) {
      if (!to.hasAttribute(attribute.name) && kept.indexOf(attribute.name) < 0) from.removeAttribute(attribute.name);
    });
    Array.from(to.attributes).forEach(function (attribute) {
      if (kept.indexOf(attribute.name) >= 0) return;
      if (from.getAttribute(attribute.name) !== attribute.value) from.setAttribute(attribute.name, attribute.value);
    });
  }

  /* what somebody types, has typed or has opened is theirs until they are done with it */
  function isInUse(element) {
    if (element.nodeType !== Node.ELEMENT_NODE) return false;
    const active = document.activeElement;
    if (element.contains(active) && active.matches('input, textarea, select, [contenteditable]')) return true;
    return Array.from(element.querySelectorAll('input, textarea, select')).some(isTouched) || isKept(element) || isBeingMended(element)
      || element.matches('dialog[open], details.confirm[open]') || !!element.querySelector('dialog[open], details.confirm[open]');
  }

  /* what the server shows only once */
  function isKept(element) {
    return element.dataset.liveKeep !== undefined || !!element.querySelector('[data-live-keep]');
  }

  /* what was typed stands in a form that was refused as if the server had said it */
  function isBeingMended(element) {
    return Array.from(element.querySelectorAll('.invalid-feedback')).some(function (wrong) { return wrong.closest('form'); });
  }

  function isTouched(field) {
    if (field.type === 'hidden' || field.type === 'submit' || field.type === 'button') return false;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') {
      const options = Array.from(field.options);
      return options.some(function (option) { return option.defaultSelected; })
        ? options.some(function (option) { return option.selected !== option.defaultSelected; }) : field.selectedIndex > 0;
    }
    return field.value !== field.defaultValue;
  }

  function children(from, to) {
    const known = new Map();
    Array.from(from.childNodes).forEach(function (child) {
      const key = keyOf(child);
      if (key) known.set(key, child);
    });
    const wantedKeys = new Set(Array.from(to.childNodes, keyOf));
    /* what is known by name and is not there any more stands in nobody's way */
    function pass() {
      while (at && keyOf(at) && !wantedKeys.has(keyOf(at))) {
        const next = at.nextSibling;
        if (!isInUse(at)) from.removeChild(at);
        at = next;
      }
    }
    let at = from.firstChild;
    Array.from(to.childNodes).forEach(function (wanted) {
      pass();
      const key = keyOf(wanted);
      let here = key && known.get(key);
      if (here && here.parentNode !== from) here = null;
      if (!here && at && !keyOf(at) && isAlike(at, wanted)) here = at;
      if (here && isAlike(here, wanted)) {
        if (here === at) at = at.nextSibling;
        else from.insertBefore(here, at);
        change(here, wanted);
      } else {
        from.insertBefore(document.importNode(wanted, true), at);
      }
    });
    while (at) {
      const next = at.nextSibling;
      if (!isInUse(at)) from.removeChild(at);
      at = next;
    }
  }

  function change(from, to) {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
      return;
    }
    if (from.isEqualNode(to) || from.dataset.liveKeep !== undefined) return;
    if (from.matches('form, dialog, details.confirm') && isInUse(from)) return;
    attributes(from, to);
    children(from, to);
  }

  return change;
})();
