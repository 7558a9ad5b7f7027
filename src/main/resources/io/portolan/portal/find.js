// Finds one element as a person would: by label, by role and name, by visible text, or by CSS selector.
var FIELDS = 'input,select,textarea,output,fieldset,[contenteditable=""],[contenteditable=true],[role=textbox],[role=combobox],'
  + '[role=listbox],[role=checkbox],[role=radio],[role=switch],[role=spinbutton],[role=searchbox],[role=radiogroup]';
var USES = {
  FIELD: 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image])'
    + ':not([type=checkbox]):not([type=radio]):not([type=file]),textarea,[contenteditable=""],[contenteditable=true],'
    + '[role=textbox],[role=combobox],[role=spinbutton],[role=searchbox]',
  BOX: 'input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch]',
  FILE: 'input[type=file]',
  OPTION: 'select,fieldset,[role=radiogroup],[role=listbox]'
};
var ROLES = {
  button: 'button,summary,input[type=submit],input[type=button],input[type=reset],input[type=image]',
  link: 'a[href],area[href]', heading: 'h1,h2,h3,h4,h5,h6', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]',
  textbox: 'input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],input[type=password],textarea',
  searchbox: 'input[type=search]', spinbutton: 'input[type=number]', combobox: 'select', listbox: 'select', option: 'option',
  listitem: 'li', row: 'tr', cell: 'td', dialog: 'dialog', status: 'output', img: 'img', table: 'table', form: 'form'
};

// Sorts candidates by how well a name fits: exactly first, then those that contain it.
function byName(candidates, wanted, namesOf) {
  var exact = [], partly = [];
  candidates.forEach(function (element) {
    var names = namesOf(element).map(tidy);
    if (names.indexOf(wanted) >= 0) {
      exact.push(element);
    } else if (wanted !== '' && names.some(function (name) { return name.indexOf(wanted) >= 0; })) {
      partly.push(element);
    }
  });
  return exact.concat(partly);
}

// The value that stands beside a caption: in a description list, a table row, or right behind it.
function beside(scopes, wanted) {
  return byName(all(scopes, 'dt,th,label,td:first-child,span,strong,b,p,div,h3,h4,h5,h6').filter(function (element) {
    return element.children.length < 2 && !element.control;
  }), wanted, function (element) { return [words(element)]; })
    .filter(function (element) { return element.nextElementSibling && tidy(words(element)) === wanted; })
    .map(function (element) { return element.nextElementSibling; });
}

function byLabel(scopes, wanted, use) {
  var fields = all(scopes, FIELDS).filter(function (element) {
    return !USES[use] || element.matches(USES[use]);
  });
  var found = byName(fields, wanted, fieldNames);
  return use === 'VALUE' || use === 'ANY' ? found.concat(beside(scopes, wanted)) : found;
}

function byRole(scopes, role, wanted) {
  var css = (ROLES[role] ? ROLES[role] + ',' : '') + '[role="' + role + '"]';
  return byName(all(scopes, css).filter(function (element) {
    return !element.hasAttribute('role') || element.getAttribute('role') === role;
  }), wanted, roleNames);
}

// The innermost elements that show the text.
function byText(scopes, wanted) {
  var exact = [], partly = [], sought = dense(wanted);
  function descend(element) {
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|OPTION)$/.test(element.tagName)
        || dense(element.textContent).toLowerCase().indexOf(sought) < 0) {
      return false;
    }
    var deeper = false;
    for (var i = 0; i < element.children.length; i++) {
      deeper = descend(element.children[i]) || deeper;
    }
    if (deeper) {
      return true;
    }
    var shown = plain(element.innerText === undefined ? element.textContent : element.innerText);
    if (shown.indexOf(wanted) < 0 || !isVisible(element)) {
      return false;
    }
    (shown === wanted ? exact : partly).push(element);
    return true;
  }
  scopes.forEach(function (scope) {
    roots(scope).forEach(function (root) {
      var children = root.nodeType === 9 ? [root.body] : Array.prototype.slice.call(root.children);
      children.filter(Boolean).forEach(descend);
    });
  });
  var buttons = byName(all(scopes, 'input[type=submit],input[type=button]'), wanted, roleNames);
  return exact.concat(buttons, partly);
}

// The option of a list, or the radio button of a group, that a person would choose.
function optionOf(element, wanted) {
  var options = element.tagName === 'SELECT' ? Array.prototype.slice.call(element.options)
    : all([element], 'input[type=radio],input[type=checkbox],[role=option],[role=radio]');
  var byValue = options.filter(function (option) {
    return option.value !== undefined && plain(option.value) === wanted;
  });
  return byName(options, wanted, function (option) {
    return option.tagName === 'OPTION' ? [option.text || option.textContent] : roleNames(option);
  }).concat(byValue)[0];
}

// A box that is hidden behind its label, as styled forms do, is ticked by its label.
function reachable(element, use) {
  if (use === 'BOX' || use === 'OPTION') {
    var box = element.getBoundingClientRect ? element.getBoundingClientRect() : null;
    var hidden = !isVisible(element) || (element.checkVisibility && box && (box.width < 2 || getComputedStyle(element).opacity === '0'));
    var label = hidden ? labelsOf(element).filter(isVisible)[0] : null;
    return label || element;
  }
  return element;
}

function find(sought) {
  var answer = { url: location.href };
  var scopes = [document];
  if (sought.within) {
    var holder = all([document], sought.within).filter(isVisible)[0] || all([document], sought.within)[0];
    if (!holder) {
      return answer;
    }
    if (/^I?FRAME$/.test(holder.tagName)) {
      answer.frame = holder;
      return answer;
    }
    scopes = holder.shadowRoot ? [holder.shadowRoot, holder] : [holder];
  }
  var candidates = sought.label ? byLabel(scopes, tidy(sought.label), sought.use)
    : sought.role ? byRole(scopes, sought.role, tidy(sought.name))
    : sought.text ? byText(scopes, plain(sought.text))
    : all(scopes, sought.css);
  for (var i = 0; i < candidates.length; i++) {
    var chosen = candidates[i];
    var hands = reachable(chosen, sought.use);
    if (sought.option) {
      chosen = chosen.matches('select,fieldset,[role=radiogroup],[role=listbox]') ? optionOf(chosen, plain(sought.option)) : chosen;
      hands = chosen && reachable(chosen, 'OPTION');
      answer.listed = true;
    }
    if (hands && (sought.use === 'FILE' || chosen.tagName === 'OPTION' || isVisible(hands))) {
      if (isEnabled(chosen) || sought.use === 'VALUE' || sought.use === 'ANY') {
        answer.element = hands;
        answer.on = !!(chosen.checked || chosen.selected) || chosen.getAttribute('aria-checked') === 'true';
        answer.value = valueOf(chosen);
        answer.href = chosen.tagName === 'A' ? chosen.href : null;
        return answer;
      }
      answer.disabled = true;
    }
  }
  return answer;
}
return find(arguments[0]);
