// The names and values by which a person knows what is on a page.
function rootOf(element) {
  return element.getRootNode && element.getRootNode().querySelector ? element.getRootNode() : element.ownerDocument;
}

function byIds(element, attribute) {
  var ids = squeeze(element.getAttribute(attribute));
  return ids === '' ? [] : ids.split(' ').map(function (id) {
    return rootOf(element).querySelector('[id="' + id + '"]') || element.ownerDocument.getElementById(id);
  }).filter(Boolean);
}

function labelsOf(element) {
  if (element.labels && element.labels.length !== undefined) {
    return listed(element.labels);
  }
  var found = [];
  if (element.id) {
    found = listed(rootOf(element).querySelectorAll('label[for="' + element.id + '"]'));
  }
  var around = element.closest ? element.closest('label') : null;
  return around ? found.concat([around]) : found;
}

// An element's words, and the same without what only decorates them.
function said(element) {
  return [words(element), words(element, DECORATION)];
}

// The names under which a person knows a form field, the best first.
function fieldNames(element) {
  var names = [byIds(element, 'aria-labelledby').map(function (label) { return words(label); }).join(' '),
    element.getAttribute('aria-label')];
  labelsOf(element).forEach(function (label) {
    names = names.concat(said(label));
  });
  if (element.tagName === 'FIELDSET' && element.querySelector('legend')) {
    names = names.concat(said(element.querySelector('legend')));
  }
  names.push(element.getAttribute('title'), element.getAttribute('placeholder'), element.getAttribute('data-placeholder'));
  names = names.filter(function (name) { return squeeze(name) !== ''; });
  var host = rootOf(element).host;
  if (names.length === 0 && host) {
    names = fieldNames(host).concat([host.getAttribute('label')]).filter(Boolean);
  }
  return names;
}

// The names of any other element: what it is labelled with, its value if it is a button, its text, its title.
function roleNames(element) {
  var button = element.tagName === 'INPUT' && /^(submit|button|reset|image)$/.test(element.type);
  var own = button ? [element.value || element.getAttribute('alt') || element.type] : said(element);
  var pictures = listed(element.querySelectorAll('svg > title,[aria-label],[title]')).map(function (inner) {
    return inner.getAttribute('aria-label') || inner.getAttribute('title') || inner.textContent;
  });
  var names = fieldNames(element);
  names.splice.apply(names, [Math.min(2, names.length), 0].concat(own));
  names = names.filter(function (name) { return squeeze(name) !== ''; });
  return names.length > 0 ? names : pictures;
}

function isField(element) {
  return /^(INPUT|TEXTAREA|SELECT|OUTPUT)$/.test(element.tagName);
}

// The value that a person would copy: of a field, of the only field or code within, or the text beside its buttons.
function valueOf(element) {
  if (isField(element)) {
    return element.value || '';
  }
  var inner = all([element], 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]),textarea,output');
  if (inner.length === 1 && inner[0].value) {
    return inner[0].value;
  }
  var copied = element.getAttribute('data-clipboard-text') || (element.tagName === 'CLIPBOARD-COPY' ? element.getAttribute('value') : '');
  var codes = all([element], 'code,pre,kbd,samp');
  var holder = codes.length === 1 ? codes[0] : element;
  var text = all([holder], 'button,[role=button]').length > 0 || holder.shadowRoot || holder.innerText === undefined
    ? words(holder, 'button,[role=button],' + DECORATION) : holder.innerText;
  text = (text || '').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  return text === '' && copied ? copied : text;
}

// All that it gives to read, with what cannot be written into; null where a part of it is drawn by what cannot be looked into.
function readingOf(element) {
  var drawn = 'iframe,frame,object,embed,canvas';
  if (element.matches(drawn) || all([element], drawn).some(isSeen)) {
    return null;
  }
  if (isField(element)) {
    return element.value || '';
  }
  var hasShadows = all([element], '*').concat([element]).some(function (each) { return each.shadowRoot; });
  var text = hasShadows || element.innerText === undefined ? words(element) : element.innerText;
  return all([element], 'textarea').filter(function (field) { return field.readOnly || field.disabled; }).reduce(function (read, field) {
    return read + '\n' + field.value;
  }, text);
}

// Whether it says of itself if it is ticked or chosen.
function hasState(element) {
  return /^(checkbox|radio)$/.test(element.type) || element.tagName === 'OPTION' || typeof element.checked === 'boolean' && element.tagName.indexOf('-') > 0
    || ['aria-checked', 'aria-pressed', 'aria-selected', 'data-state'].some(function (state) { return element.hasAttribute(state); });
}

function isOn(element) {
  return !!(element.checked || element.selected) || ['aria-checked', 'aria-pressed', 'aria-selected'].some(function (state) {
    return element.getAttribute(state) === 'true';
  }) || /^(checked|on|active|selected)$/.test(element.getAttribute('data-state') || '');
}
