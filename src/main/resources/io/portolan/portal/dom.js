// What the other scripts share: text as a person sees it, visibility, shadow roots and frames. Plain ES5, so that HtmlUnit runs it too.
function squeeze(text) {
  return (text || '').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').replace(/^ | $/g, '');
}

function plain(text) {
  return squeeze(text).toLowerCase().replace(/\u00df/g, 'ss').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-').replace(/\u2026/g, '...');
}

// A label without the signs that forms put around it.
function tidy(text) {
  return plain(text).replace(/[\s*:]+$/, '').replace(/^[\s*]+/, '');
}

// Text without any white space, for finding a value whose parts stand in several elements.
function dense(text) {
  return (text || '').replace(/[\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff]+/g, '');
}

function styleOf(element) {
  return (element.ownerDocument.defaultView || window).getComputedStyle(element);
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
    if (e.hidden || styleOf(e).display === 'none') {
      return false;
    }
  }
  return styleOf(element).visibility !== 'hidden';
}

// Whether a person sees it, and not only a screen reader: neither clipped away, nor beside the page, nor wholly transparent.
function isSeen(element) {
  if (!isVisible(element) || !element.checkVisibility) {
    return isVisible(element);
  }
  var box = element.getBoundingClientRect();
  var view = element.ownerDocument.defaultView;
  return box.width > 1 && box.height > 1 && box.right + view.pageXOffset > 0 && box.bottom + view.pageYOffset > 0
    && element.checkVisibility({ opacityProperty: true });
}

function isEnabled(element, use) {
  var control = element.closest ? element.closest('button,input,select,textarea,option,a,[role]') || element : element;
  return !control.disabled && control.getAttribute('aria-disabled') !== 'true' && !(use === 'FIELD' && control.readOnly)
    && !(element.closest && element.closest('fieldset[disabled]') && !element.closest('legend'));
}

// What an element is drawn within, across shadow roots and slots.
function parentOf(element) {
  if (element.assignedSlot) {
    return element.assignedSlot;
  }
  var parent = element.parentNode;
  return parent && parent.nodeType === 11 && parent.host ? parent.host : parent && parent.nodeType === 1 ? parent : null;
}

function isWithin(element, outer) {
  for (var e = element; e; e = parentOf(e)) {
    if (e === outer) {
      return true;
    }
  }
  return false;
}

var KNOWN_ROOTS = [];

// The scope itself and every open shadow root at or within it.
function roots(scope) {
  for (var i = 0; i < KNOWN_ROOTS.length; i++) {
    if (KNOWN_ROOTS[i][0] === scope) {
      return KNOWN_ROOTS[i][1];
    }
  }
  var found = [scope];
  if (scope.shadowRoot) {
    found = found.concat(roots(scope.shadowRoot));
  }
  var elements = scope.querySelectorAll('*');
  for (var j = 0; j < elements.length; j++) {
    if (elements[j].shadowRoot) {
      found = found.concat(roots(elements[j].shadowRoot));
    }
  }
  KNOWN_ROOTS.push([scope, found]);
  return found;
}

function listed(found) {
  return Array.prototype.slice.call(found);
}

function all(scopes, css) {
  var found = [];
  scopes.forEach(function (scope) {
    roots(scope).forEach(function (root) {
      listed(root.querySelectorAll(css)).forEach(function (element) {
        if (scopes.length === 1 || found.indexOf(element) < 0) {
          found.push(element);
        }
      });
    });
  });
  return found;
}

// The frames of these scopes that we may look into, each with its document.
function framesOf(scopes) {
  var found = [];
  all(scopes, 'iframe,frame').forEach(function (frame) {
    var inner = null;
    try {
      inner = frame.contentDocument;
    } catch (closed) {
      inner = null;
    }
    if (inner && inner.body && isVisible(frame)) {
      found.push({ frame: frame, page: inner });
    }
  });
  return found;
}

// The page and all frames in it that we may look into.
function documents(page) {
  return framesOf([page]).reduce(function (found, each) {
    return found.concat(documents(each.page));
  }, [page]);
}

var DECORATION = '[aria-hidden=true],svg,mat-icon,.material-icons,.material-symbols-outlined,[role=tooltip]';

// What stands in an element as it is drawn, without what its controls and scripts hold, and on request without what matches.
function words(node, without) {
  if (node.nodeType === 3) {
    return node.nodeValue;
  }
  if (node.nodeType !== 1 && node.nodeType !== 11
      || /^(SCRIPT|STYLE|SELECT|TEXTAREA|TEMPLATE|NOSCRIPT)$/.test(node.tagName)) {
    return '';
  }
  if (without && node.nodeType === 1 && node.matches(without)) {
    return '';
  }
  if (node.tagName === 'IMG') {
    return ' ' + (node.getAttribute('alt') || '') + ' ';
  }
  var drawn = node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  if (node.tagName === 'SLOT' && node.assignedNodes && node.assignedNodes().length > 0) {
    drawn = node.assignedNodes();
  }
  var text = '';
  for (var i = 0; i < drawn.length; i++) {
    text += words(drawn[i], without)
      + (drawn[i].nodeType === 1 && /^(DIV|P|LI|BR|DT|DD|TR|TD|H\d)$/.test(drawn[i].tagName) ? ' ' : '');
  }
  return text;
}
