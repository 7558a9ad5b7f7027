// The ways by which an element is named: label, role and name, text; each gives lists of candidates, the best list first.
var FIELDS = 'input,select,textarea,output,fieldset,[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only],'
  + '[role=textbox],[role=combobox],[role=listbox],[role=checkbox],[role=radio],[role=switch],[role=spinbutton],[role=searchbox],'
  + '[role=radiogroup],[role=group],button[aria-haspopup],button[aria-expanded],[aria-haspopup=listbox]';
var OPENERS = 'input[role=combobox],input[aria-haspopup],input[list],button,[role=combobox],[role=button],[aria-haspopup],[aria-expanded]:not([role=listbox])';
var USES = {
  FIELD: 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image])'
    + ':not([type=checkbox]):not([type=radio]):not([type=file]),textarea,[contenteditable=""],[contenteditable=true],'
    + '[contenteditable=plaintext-only],[role=textbox],[role=combobox]:not(button):not(div),[role=spinbutton],[role=searchbox]',
  BOX: 'input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch],[role=menuitemcheckbox],[role=option],[aria-pressed]',
  FILE: 'input[type=file]', OPENER: OPENERS, SEARCH: OPENERS,
  OPTION: 'select,fieldset,[role=radiogroup],[role=group],[role=listbox],[role=combobox],[aria-haspopup],[aria-expanded],input[list]'
};
USES.CODE = USES.FIELD + ',fieldset,[role=group]';
var ROLES = {
  button: 'button,summary,input[type=submit],input[type=button],input[type=reset],input[type=image]',
  link: 'a[href],area[href]', heading: 'h1,h2,h3,h4,h5,h6', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]',
  textbox: 'input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],input[type=password],textarea',
  searchbox: 'input[type=search]', spinbutton: 'input[type=number]', combobox: 'select,input[list]', listbox: 'select', option: 'option',
  listitem: 'li', row: 'tr', cell: 'td', dialog: 'dialog', status: 'output', img: 'img', group: 'fieldset'
};
var CLICKABLE = 'a,button,summary,input[type=submit],input[type=button],[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=treeitem]';
var TYPED = 'input:not([type=hidden]),select,textarea';
var CAPTIONS = 'label,dt,th,td,span,strong,b,p,div,h3,h4,h5,h6,legend,slot,li';

// Whether an element is only read, and whether any of several will do.
function isRead(use) {
  return use === 'VALUE' || isAnyOf(use);
}

function isAnyOf(use) {
  return use === 'SIGN' || use === 'ANY';
}

// What a name or text must say to hold the words that are sought: signs are read as whole words, so that "Inactive" is not "Active".
var WHOLE_WORDS = false;
var LETTER;
try {
  LETTER = new RegExp('[\\p{L}\\p{N}\\p{M}_]', 'u');
} catch (old) {
  LETTER = /[0-9A-Za-z_\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u1fff]/;
}
var UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]/;

function goesOn(edge, next, overNext) {
  return LETTER.test(edge) && !UNSPACED.test(edge) && (LETTER.test(next) || next === '-' && LETTER.test(overNext));
}

function holds(text, wanted) {
  for (var at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    var end = at + wanted.length;
    if (!WHOLE_WORDS || !goesOn(wanted.charAt(0), text.charAt(at - 1), text.charAt(at - 2))
        && !goesOn(wanted.charAt(wanted.length - 1), text.charAt(end), text.charAt(end + 1))) {
      return true;
    }
  }
  return false;
}

// Sorts candidates by how well a name fits: exactly, or holding it.
function byName(candidates, wanted, namesOf) {
  var exact = [], partly = [];
  candidates.forEach(function (element) {
    var names = namesOf(element).map(tidy);
    if (names.indexOf(wanted) >= 0) {
      exact.push(element);
    } else if (wanted !== '' && names.some(function (name) { return holds(name, wanted); })) {
      partly.push(element);
    }
  });
  return [exact, partly];
}

// The elements that scripts have defined, of which a page's style sheet knows no kind.
function components(scopes) {
  return all(scopes, '*').filter(function (element) { return element.tagName.indexOf('-') > 0; });
}

// What the labels name of them, where there is no field of the usual kind within.
function labelled(scopes, css) {
  return all(scopes, 'label').map(function (label) { return label.control; }).filter(function (control) {
    return control && control.tagName.indexOf('-') > 0 && all([control], css).length === 0;
  });
}

// The innermost elements whose words are just these.
function captions(scopes, wanted) {
  var sought = dense(wanted).toLowerCase();
  return all(scopes, CAPTIONS).concat(components(scopes)).filter(function (element) {
    return dense(element.textContent).toLowerCase().replace(/[*:]/g, '').indexOf(sought.replace(/[*:]/g, '')) >= 0
      && element.textContent.length < 4 * wanted.length + 60 && said(element).map(tidy).indexOf(wanted) >= 0;
  }).filter(function (element, index, found) {
    return !found.some(function (other) { return other !== element && element.contains(other); });
  });
}

// Whether what is around an element holds no other words than its own.
function isOnly(element, wanted) {
  return !!parentOf(element) && said(parentOf(element)).map(tidy).indexOf(wanted) >= 0;
}

// The field that stands behind or below a caption which is no label of it: the first after it, within the smallest part of the page.
function nearCaption(scopes, wanted, css) {
  var found = [];
  captions(scopes, wanted).filter(function (caption) { return !(caption.control && isVisible(caption.control)) && isVisible(caption); }).forEach(function (caption) {
    var e = caption;
    for (var level = 0; e && level < 5 && !/^(FORM|BODY|TABLE|THEAD|TBODY|UL|OL)$/.test(e.tagName); level += isOnly(e, wanted) ? 0 : 1, e = parentOf(e)) {
      for (var next = e.nextElementSibling; next; next = next.nextElementSibling) {
        var inside = next.matches(css) ? [next] : all([next], css);
        if (inside.length > 0) {
          var isBeside = level === 0 && (next === e.nextElementSibling || !endsForm(inside[0]));
          if (isBeside || css === USES.FILE || !endsForm(inside[0]) && !isLabelledIn(inside[0], next)) {
            found.push(inside[0]);
          }
          return;
        }
        var typed = next.matches(TYPED) ? next : all([next], TYPED)[0];
        if (typed && (css === USES.OPENER || css === USES.OPTION) && (level > 0 || isLabelledIn(typed, next))) {
          return;
        }
        if (next.tagName === e.tagName && next.className === e.className && /^(DT|TH|TD|LABEL)$/.test(next.tagName) && level === 0) {
          break;
        }
      }
      var around = parentOf(e) ? all([parentOf(e)], css) : [];
      if (around.length > 0) {
        if (around.length === 1) {
          found.push(around[0]);
        }
        return;
      }
    }
  });
  return found;
}

// Whether it is the button that hands in a form: in a later part of the page than a caption it is no list of its.
function endsForm(element) {
  return element.matches('button,input') && !!element.form && /^(submit|image|reset)$/.test(element.type) && !element.matches('[aria-haspopup],[aria-expanded],[role]');
}

// Whether what stands in a later part of the page than the caption has a label of its own there.
function isLabelledIn(element, part) {
  return labelsOf(element).some(function (label) { return isWithin(label, part) && squeeze(words(label)) !== ''; });
}

// The value that stands beside a caption: in a description list, a table row, or right behind it.
function beside(scopes, wanted) {
  return captions(scopes, wanted).filter(function (caption) { return !caption.control; }).map(function (caption) {
    for (var e = caption; e; e = parentOf(e)) {
      var next = e.nextElementSibling;
      if (next && (!next.closest('button,[role=button]') || squeeze(words(next)) !== '')) {
        return next;
      }
      if (!isOnly(e, wanted)) {
        return null;
      }
    }
    return null;
  }).filter(Boolean);
}

// The value in the next part of the page behind a caption that ends the part before, such as a heading with a hint.
function below(scopes, wanted) {
  return captions(scopes, wanted).filter(function (caption) { return !caption.control && isVisible(caption); }).map(function (caption) {
    for (var e = caption, level = 0; e && level < 3 && !/^(LI|TR|SECTION|FORM|BODY)$/.test(e.tagName); level++, e = parentOf(e)) {
      if (e.nextElementSibling) {
        return level > 0 && isVisible(e.nextElementSibling) ? e.nextElementSibling : null;
      }
    }
    return null;
  }).filter(Boolean);
}

function byLabel(scopes, wanted, use) {
  var css = USES[use] || FIELDS;
  var named = byName(use === 'BOX' ? all(scopes, css).concat(labelled(scopes, css)) : all(scopes, css), wanted, function (element) {
    return element.matches('button,[role=button],[aria-pressed],[role=option]') ? roleNames(element) : fieldNames(element);
  });
  if (isRead(use)) {
    return [named[0], beside(scopes, wanted), named[1], use === 'VALUE' ? below(scopes, wanted) : []];
  }
  var near = nearCaption(scopes, wanted, css);
  var only = use === 'FILE' && all(scopes, css).length === 1 && byText(scopes, wanted)[0].length > 0 ? all(scopes, css) : [];
  if ((use === 'OPENER' || use === 'OPTION') && named[0].length + near.length + named[1].length === 0) {
    near = openerBeside(scopes, wanted);
  }
  return [named[0], near, named[1], only];
}

function byRole(scopes, role, name, use) {
  var found = all(scopes, (ROLES[role] ? ROLES[role] + ',' : '') + '[role="' + role + '"]').filter(function (element) {
    return !element.hasAttribute('role') || element.getAttribute('role') === role;
  });
  if (!name) {
    return [found];
  }
  var named = byName(found, tidy(name), roleNames);
  return use !== 'CLICK' ? named
    : [named[0], byName(all(scopes, CLICKABLE), tidy(name), roleNames)[0], named[1]];
}

// The innermost elements that show the text.
function byText(scopes, wanted) {
  var exact = [], partly = [], sought = dense(wanted);
  function descend(element) {
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|OPTION)$/.test(element.tagName) || dense(plain(element.textContent)).indexOf(sought) < 0) {
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
    if (dense(shown).indexOf(sought) < 0 || !isVisible(element)) {
      return false;
    }
    if (shown !== wanted && WHOLE_WORDS && !said(element).concat([shown]).some(function (text) { return holds(plain(text), wanted); })) {
      return false;
    }
    (shown === wanted ? exact : partly).push(element);
    return true;
  }
  scopes.forEach(function (scope) {
    roots(scope).forEach(function (root) {
      (root.nodeType === 9 ? [root.body] : root === scope ? [root] : listed(root.children)).filter(Boolean).forEach(descend);
    });
  });
  var buttons = byName(all(scopes, 'input[type=submit],input[type=button]'), wanted, roleNames);
  return [exact.concat(buttons[0]), partly.concat(buttons[1])];
}
