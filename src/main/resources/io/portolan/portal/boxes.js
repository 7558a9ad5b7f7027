// The boxes of everything that may show a secret, in CSS pixels of the viewport: password fields, the given elements, and
// the smallest elements whose text or value holds one of the given secrets. Frames that cannot be looked into are covered whole.
function boxes(secrets, extra) {
  var found = [];
  var sought = secrets.map(dense).filter(function (secret) { return secret.length > 3; });

  function holds(text) {
    var closed = dense(text);
    return sought.some(function (secret) { return closed.indexOf(secret) >= 0; });
  }

  function add(element, left, top) {
    var rects = element.getClientRects();
    var around = element.getBoundingClientRect();
    for (var i = -1; i < rects.length; i++) {
      var box = i < 0 ? around : rects[i];
      if (box.width > 0 && box.height > 0) {
        found.push([box.left + left, box.top + top, box.width, box.height]);
      }
    }
  }

  function innermost(element, left, top) {
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(element.tagName) || !holds(element.textContent)) {
      return;
    }
    var before = found.length;
    for (var i = 0; i < element.children.length; i++) {
      innermost(element.children[i], left, top);
    }
    if (before === found.length) {
      add(element, left, top);
    }
  }

  function cover(page, left, top) {
    all([page], 'input,textarea,select').forEach(function (field) {
      if (field.type === 'password' || holds(field.value) || holds(field.getAttribute('placeholder'))) {
        add(field, left, top);
      }
    });
    if (sought.length > 0) {
      roots(page).forEach(function (root) {
        var children = root.nodeType === 9 ? [root.body] : Array.prototype.slice.call(root.children);
        children.filter(Boolean).forEach(function (child) { innermost(child, left, top); });
      });
    }
    all([page], 'iframe,frame').forEach(function (frame) {
      var box = frame.getBoundingClientRect();
      var inner = null;
      try {
        inner = frame.contentDocument;
      } catch (closed) {
        inner = null;
      }
      if (inner && inner.body) {
        cover(inner, left + box.left + frame.clientLeft, top + box.top + frame.clientTop);
      } else {
        add(frame, left, top);
      }
    });
    all([page], 'embed,object').forEach(function (foreign) { add(foreign, left, top); });
  }

  cover(document, 0, 0);
  extra.filter(Boolean).forEach(function (element) { add(element, 0, 0); });
  return { boxes: found, scale: window.devicePixelRatio || 1, left: window.pageXOffset, top: window.pageYOffset };
}
return boxes(arguments[0], arguments[1]);
