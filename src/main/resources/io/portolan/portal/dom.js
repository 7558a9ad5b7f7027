// What the other scripts share: text as a person sees it, visibility, and open shadow roots. Plain ES5, so that HtmlUnit runs it too.
function squeeze(text) {
  return (text || '').replace(/[\s\u00a0\u200b]+/g, ' ').replace(/^ | $/g, '');
}

function plain(text) {
  return squeeze(text).toLowerCase();
}

// A label without the signs that forms put behind it.
function tidy(text) {
  return plain(text).replace(/[\s*:]+$/, '').replace(/^[\s*]+/, '');
}

// Text without any white space, for finding a value whose parts stand in several elements.
function dense(text) {
  return (text || '').replace(/[\s\u00a0\u200b]+/g, '');
}

function isVisible(element) {
  if (element.type === 'hidden') {
    return false;
  }
  if (element.checkVisibility) {
    return element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })
      && element.getClientRects().length > 0;
  }
  for (var e = element; e && e.nodeType === 1; e = e.parentElement) {
    if (e.hidden || getComputedStyle(e).display === 'none') {
      return false;
    }
  }
  return getComputedStyle(element).visibility !== 'hidden';
}

function isEnabled(element) {
  return !element.disabled && element.getAttribute('aria-disabled') !== 'true'
    && !(element.closest && /^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(element.tagName) && element.closest('fieldset[disabled]'));
}

// The scope itself and every open shadow root within it.
function roots(scope) {
  var found = [scope];
  var elements = scope.querySelectorAll('*');
  for (var i = 0; i < elements.length; i++) {
    if (elements[i].shadowRoot) {
      found = found.concat(roots(elements[i].shadowRoot));
    }
  }
  return found;
}

function all(scopes, css) {
  var found = [];
  scopes.forEach(function (scope) {
    roots(scope).forEach(function (root) {
      found = found.concat(Array.prototype.slice.call(root.querySelectorAll(css)));
    });
  });
  return found;
}

// What stands in an element, without what its controls and scripts hold.
function words(node) {
  if (node.nodeType === 3) {
    return node.nodeValue;
  }
  if (node.nodeType !== 1 || /^(SCRIPT|STYLE|SELECT|TEXTAREA|TEMPLATE|NOSCRIPT)$/.test(node.tagName)) {
    return '';
  }
  if (node.tagName === 'IMG') {
    return ' ' + (node.getAttribute('alt') || '') + ' ';
  }
  var text = '';
  for (var child = node.firstChild; child; child = child.nextSibling) {
    text += words(child) + (child.nodeType === 1 && /^(DIV|P|LI|BR|DT|DD|TR|TD|H\d)$/.test(child.tagName) ? ' ' : '');
  }
  return text;
}

function rootOf(element) {
  return element.getRootNode && element.getRootNode().querySelector ? element.getRootNode() : document;
}

function byIds(element, attribute) {
  var ids = squeeze(element.getAttribute(attribute));
  return ids === '' ? '' : ids.split(' ').map(function (id) {
    var other = document.getElementById(id) || rootOf(element).querySelector('[id="' + id + '"]');
    return other ? words(other) : '';
  }).join(' ');
}

function labelsOf(element) {
  if (element.labels && element.labels.length !== undefined) {
    return Array.prototype.slice.call(element.labels);
  }
  var found = [];
  if (element.id) {
    found = Array.prototype.slice.call(rootOf(element).querySelectorAll('label[for="' + element.id + '"]'));
  }
  var around = element.closest ? element.closest('label') : null;
  return around ? found.concat([around]) : found;
}

// The names under which a person knows a form field, the best first.
function fieldNames(element) {
  var names = [byIds(element, 'aria-labelledby'), element.getAttribute('aria-label')];
  labelsOf(element).forEach(function (label) {
    names.push(words(label));
  });
  if (element.tagName === 'FIELDSET' && element.querySelector('legend')) {
    names.push(words(element.querySelector('legend')));
  }
  names.push(element.getAttribute('title'), element.getAttribute('placeholder'));
  return names.filter(Boolean);
}

// The names of any other element: what it is labelled with, its value if it is a button, its text, its title.
function roleNames(element) {
  var button = element.tagName === 'INPUT' && /^(submit|button|reset|image)$/.test(element.type);
  var names = fieldNames(element);
  names.splice(2, 0, button ? element.value || element.getAttribute('alt') || element.type : '', button ? '' : words(element));
  return names.filter(Boolean);
}

function valueOf(element) {
  if (/^(INPUT|TEXTAREA|SELECT|OUTPUT)$/.test(element.tagName)) {
    return element.value || '';
  }
  var text = element.innerText === undefined ? element.textContent : element.innerText;
  return (text || '').replace(/^\s+|\s+$/g, '');
}
