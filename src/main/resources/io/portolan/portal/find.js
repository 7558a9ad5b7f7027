function tiersOf(scopes, sought, use) {
  return sought.label ? byLabel(scopes, tidy(sought.label), use)
    : sought.role ? byRole(scopes, sought.role, sought.name, use)
    : sought.text ? byText(scopes, plain(sought.text))
    : [all(scopes, sought.css)];
}

// All elements that fit, and what they show, in the page and its frames; of what a frame holds only the frame is told as an element.
function every(page, sought, within) {
  var scopes = [page];
  var found = { elements: [], values: [] };
  for (var depth = 0; depth < within.length && !scopes.some(isFrame); depth++) {
    scopes = all(scopes, within[depth]);
  }
  var held = scopes.filter(isFrame);
  var shown = held.length > 0 ? [] : tiersOf(scopes, sought, 'VALUE').filter(function (tier) { return tier.some(isVisible); }).slice(0, 1);
  (shown[0] || []).filter(isVisible).forEach(function (element) {
    found.elements.push(element);
    found.values.push(valueOf(element));
  });
  found.elements = found.elements.concat(held);
  framesOf(scopes.length > 0 && held.length === 0 ? scopes : [page]).forEach(function (frame) {
    var isWithinIt = held.indexOf(frame.frame) >= 0;
    var inner = every(frame.page, sought, isWithinIt ? within.slice(depth) : scopes.length > 0 ? [] : within);
    found.values = found.values.concat(inner.values);
    if (inner.elements.length > 0 && !isWithinIt) {
      found.elements.push(frame.frame);
    }
  });
  return found;
}

function isFrame(element) {
  return /^I?FRAME$/.test(element.tagName);
}

// Finds one element as a person would: by label, by role and name, by visible text, or by CSS selector.
function pick(scopes, sought) {
  var isOpened = sought.use === 'OPENED';
  var use = isOpened ? 'OPTION' : sought.use;
  WHOLE_WORDS = use === 'SIGN';
  var tiers = tiersOf(scopes, sought, use);
  var answer = {};
  for (var tier = 0; tier < tiers.length; tier++) {
    var candidates = rowed(tiers[tier], scopes, sought.row).map(function (element) {
      var chosen = sought.option ? optionOf(element, plain(sought.option), isOpened) : meant(element, use);
      return chosen && { element: chosen, hands: reachable(chosen, use), of: element };
    }).filter(function (each) {
      return each && (use === 'FILE' || isVisible(each.element.tagName === 'OPTION' ? each.of : each.hands));
    });
    if (candidates.length === 0) {
      continue;
    }
    var usable = isRead(use) ? candidates : candidates.filter(function (each) {
      return isEnabled(each.element, use);
    });
    var chosen = narrowed(usable, use);
    if (chosen.length === 1 || chosen.length > 1 && isAnyOf(use)) {
      return told(chosen[0], tier === 0 || tier === 1 && !!sought.label, use);
    }
    if (chosen.length > 1) {
      answer.several = chosen.length;
    } else {
      answer.disabled = true;
    }
    return answer;
  }
  return answer;
}

function told(chosen, exact, use) {
  var element = chosen.element;
  var link = element.closest ? element.closest('a[href]') : null;
  return { element: chosen.hands, exact: exact, on: isOn(element), value: valueOf(element), href: link ? link.href : null,
    reading: use === 'ANY' ? readingOf(element) : null,
    inner: element, boxes: use === 'CODE' ? boxesOf(element) : [], open: element.getAttribute('aria-expanded') === 'true',
    opens: /^(true|dialog|grid|listbox|tree|menu)$/.test(element.getAttribute('aria-haspopup') || ''),
    command: /^menuitem$/.test(element.getAttribute('role') || ''), state: hasState(element), codes: use === 'OPTION' ? codesOf(element) : [],
    kind: element.tagName.toLowerCase() + (element.tagName === 'INPUT' ? ':' + element.type : element.isContentEditable ? ':editable' : ''),
    captcha: use === 'CLICK' && hasCaptcha() };
}

// Of several that fit equally well those that a person would mean: what can be seen, in the dialog that is open.
function narrowed(candidates, use) {
  function prefer(test) {
    var better = candidates.filter(test);
    candidates = better.length > 0 ? better : candidates;
  }
  if (candidates.length > 1) {
    prefer(function (each) { return isSeen(each.hands); });
    prefer(function (each) { return !each.hands.closest || !each.hands.closest('[inert],[aria-hidden=true]'); });
    var dialogs = all(candidates.map(function (each) { return each.hands.ownerDocument; }).slice(0, 1),
      'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]').filter(isSeen);
    if (dialogs.length > 0) {
      prefer(function (each) { return isWithin(each.hands, dialogs[dialogs.length - 1]); });
    }
  }
  var distinct = [];
  candidates.forEach(function (each) {
    var isSame = distinct.some(function (other) {
      return isWithin(each.element, other.element) || isWithin(other.element, each.element) || each.hands === other.hands
        || each.element.href && each.element.href === other.element.href && tidy(words(each.element)) === tidy(words(other.element))
        || use === 'VALUE' && valueOf(each.element) === valueOf(other.element);
    });
    if (!isSame) {
      distinct.push(each);
    }
  });
  return distinct;
}

// Looks in a page, then in the frames that it may look into; of a frame only the frame is told, and how much of "within" is used up.
function search(page, sought, within, used) {
  var scopes = [page];
  for (var depth = 0; depth < within.length; depth++) {
    var holders = all(scopes, within[depth]);
    holders = holders.filter(isVisible).length > 0 ? holders.filter(isVisible) : holders;
    if (holders.length === 0) {
      scopes = depth === 0 ? null : [];
      break;
    }
    if (/^I?FRAME$/.test(holders[0].tagName)) {
      return { frame: holders[0], used: used + depth + 1 };
    }
    scopes = holders;
  }
  var answer = scopes === null ? {} : pick(scopes, sought);
  if (answer.element || answer.several) {
    return answer;
  }
  var frames = framesOf(scopes === null ? [page] : scopes);
  for (var i = 0; i < frames.length; i++) {
    var rest = scopes === null ? within : [];
    var inner = search(frames[i].page, sought, rest, 0);
    if (inner.element || inner.several || inner.frame) {
      return { frame: frames[i].frame, used: used + within.length - rest.length };
    }
  }
  return answer;
}

function find(sought, within) {
  if (sought.every) {
    return sought.every.map(function (each) { return every(document, each.sought, each.within); }).reduce(function (found, each) {
      return { elements: found.elements.concat(each.elements), values: found.values.concat(each.values) };
    });
  }
  var answer = search(document, sought, within, 0);
  answer.url = location.href;
  answer.loading = document.readyState !== 'complete';
  answer.before = isOfBefore();
  return answer;
}
window.portolanSeen = true;
return find(arguments[0], arguments[1]);
