// What belongs to an element that was found: its row, the option of a list, the boxes of a code, and what is clicked in its place.
var ITEMS = 'tr,[role=row],li,[role=listitem],[role=treeitem],article,[role=article]';

// Whether an element is one of several of its kind, as cards and rows are.
function isOneOfMany(element) {
  var beside = element.parentNode ? listed(element.parentNode.children) : [];
  return element.matches(ITEMS) || !!element.className && element.children.length > 0 && beside.some(function (other) {
    return other !== element && other.tagName === element.tagName && other.className === element.className;
  });
}

// Those candidates that stand in the same row, item or card as the text; a row of a table goes beyond a list within a cell.
function rowed(candidates, scopes, row) {
  if (!row || candidates.length === 0) {
    return candidates;
  }
  var marks = byText(scopes, plain(row));
  marks = marks[0].length > 0 ? marks[0] : marks[1];
  var found = [];
  marks.forEach(function (mark) {
    for (var e = mark; e; e = parentOf(e)) {
      var inside = candidates.filter(function (candidate) { return isWithin(candidate, e); });
      if (inside.length > 0) {
        inside.forEach(function (candidate) {
          if (found.indexOf(candidate) < 0) {
            found.push(candidate);
          }
        });
        return;
      }
      var inTable = e.closest && !e.matches('tr,[role=row]') && e.closest('tr,[role=row]');
      if (isOneOfMany(e) && !inTable) {
        return;
      }
    }
  });
  return found;
}

function nameOfOption(option) {
  return option.tagName === 'OPTION' ? [option.text || option.textContent, option.label].filter(Boolean) : roleNames(option);
}

// A list as it is drawn: some name one that only screen readers are told of, beside the one that a person sees.
function drawn(list) {
  for (var e = list, level = 0; e && level < 4; level++, e = parentOf(e)) {
    if (isSeen(e)) {
      return e;
    }
  }
  return list;
}

// The lists that belong to what opens them: those it names, or, once we have opened it, all that float over the page.
function popupsOf(opener, isOpened) {
  var inner = opener.matches('[aria-controls],[aria-owns]') ? opener : opener.querySelector('[aria-controls],[aria-owns]') || opener;
  var named = byIds(inner, 'aria-controls').concat(byIds(inner, 'aria-owns')).filter(isVisible).map(drawn);
  return named.length > 0 || !isOpened ? named
    : !opener.matches(OPENERS) && !opener.matches(USES.OPTION) ? [opener]
    : all([opener.ownerDocument], '[role=listbox],[role=menu],[role=tree],[role=grid],ul[class*=menu],ul[class*=options]').filter(isVisible);
}

// What matches and is drawn within these, be it slotted into them from elsewhere on the page.
function drawnIn(holders, css) {
  return holders.length === 0 ? [] : all([holders[0].ownerDocument], css).filter(function (element) {
    return holders.some(function (holder) { return isWithin(element, holder); });
  });
}

// The option of a list, or the radio button of a group, that a person would choose; of a closed list there is none.
function optionOf(element, wanted, isOpened) {
  var options;
  if (element.tagName === 'SELECT') {
    options = listed(element.options);
  } else if (element.matches('fieldset,[role=radiogroup],[role=group],[role=listbox]')) {
    options = drawnIn([element], 'input[type=radio],input[type=checkbox],[role=option],[role=radio],[role=checkbox],[aria-pressed]');
  } else if (element.matches('input[type=radio],input[type=checkbox],[role=radio],[role=option]')) {
    options = [element];
  } else {
    var popups = popupsOf(element, isOpened);
    options = drawnIn(popups, '[role=option],[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox],[role=treeitem],li').filter(isSeen);
    if (options.length === 0) {
      return popups.length === 0 ? undefined : byText(popups, wanted)[0].filter(isSeen)[0];
    }
  }
  var byValue = options.filter(function (option) {
    return option.tagName === 'OPTION' && plain(option.value) === wanted || option.tagName === 'INPUT' && plain(option.value) === wanted;
  });
  var named = byName(options, wanted, nameOfOption);
  var visible = named[1].filter(function (option) { return option.tagName === 'OPTION' || isVisible(reachable(option, 'OPTION')); });
  return named[0][0] || byValue[0] || (visible.length === 1 ? visible[0] : undefined);
}

// The field of a list that takes what is searched for: the list's own, or one that has opened with it.
function searchOf(opener) {
  function typed(field) {
    return /^(text|search|)$/.test(field.type || '') && !field.readOnly && !field.disabled && isVisible(field);
  }
  if (opener.tagName === 'INPUT') {
    return typed(opener) ? opener : undefined;
  }
  var own = all([opener], 'input').filter(typed);
  popupsOf(opener, true).forEach(function (list) {
    for (var e = list, level = 0; e && level < 4 && own.length === 0 && !isWithin(opener, e); level++, e = parentOf(e)) {
      own = all([e], 'input').filter(typed);
    }
  });
  return own[0];
}

// What is meant by a group: the field within it.
function meant(element, use) {
  if (use === 'FILE' && !element.matches(USES.FILE)) {
    for (var e = element, level = 0; e && level < 4; level++, e = parentOf(e)) {
      var files = e.control && e.control.type === 'file' ? [e.control] : all([e], USES.FILE);
      if (files.length > 0) {
        return files.length === 1 ? files[0] : undefined;
      }
    }
    return undefined;
  }
  if (use === 'SEARCH') {
    return searchOf(element);
  }
  if (use === 'CODE' && !element.matches(USES.FIELD)) {
    return all([element], USES.FIELD).filter(isVisible)[0];
  }
  if (use === 'FIELD' || use === 'OPENER') {
    var inner = isField(element) || element.isContentEditable ? null : all([element], 'input:not([type=hidden]),textarea').filter(isVisible)[0];
    return use === 'OPENER' ? element : inner || (isField(element) || element.isContentEditable || element.tagName.indexOf('-') > 0 ? element : undefined);
  }
  if (use === 'BOX' && !element.matches(USES.BOX)) {
    return all([element], 'input[type=checkbox],input[type=radio],[role=checkbox],[role=switch],[role=radio]')[0]
      || element.closest('label') && element.closest('label').control || element;
  }
  return element;
}

// The boxes of one character each that a code is typed into, from the one that was found on.
function boxesOf(element) {
  if (element.maxLength !== 1) {
    return [];
  }
  for (var e = parentOf(element); e; e = parentOf(e)) {
    var boxes = all([e], 'input').filter(function (input) { return input.maxLength === 1 && isVisible(input); });
    if (boxes.length > 3) {
      return boxes.slice(Math.max(0, boxes.indexOf(element)));
    }
  }
  return [];
}

// A box that is hidden behind its label, as styled forms do, is ticked by its label; a list whose field is hidden opens by what is drawn for it.
function reachable(element, use) {
  if (use === 'OPENER' && !isSeen(element) && isVisible(element)) {
    for (var e = parentOf(element), part = partOf(element); e && isWithin(e, part); e = parentOf(e)) {
      if (isSeen(e)) {
        return e;
      }
    }
  }
  if (use !== 'BOX' && use !== 'OPTION' || element.tagName === 'OPTION') {
    return element;
  }
  if (isSeen(element)) {
    return element;
  }
  var label = labelsOf(element).filter(isSeen)[0];
  var around = element.matches('input,[role=checkbox],[role=radio],[role=switch]') ? element.parentElement : null;
  return label || (!isVisible(element) && around && isSeen(around) ? around : element);
}

// What stands beside a caption and opens a list though it is of no kind that says so: it shows the hand where there is nothing to type or tick.
function openerBeside(scopes, wanted) {
  return captions(scopes, wanted).filter(function (caption) { return isVisible(caption) && !caption.control; }).map(function (caption) {
    for (var e = caption; e; e = parentOf(e)) {
      if (e.nextElementSibling) {
        return e.nextElementSibling;
      }
      if (!isOnly(e, wanted)) {
        return null;
      }
    }
    return null;
  }).filter(function (element) {
    return element && isVisible(element) && all([element], TYPED + ',a,button').length === 0 && !element.matches(TYPED + ',a,button')
      && [element].concat(all([element], '*')).some(function (each) { return isSeen(each) && getComputedStyle(each).cursor === 'pointer'; });
  });
}
