// Tells what is on the page: address, status, text, a captcha, and on request the names of what can be worked with.
function textOf(page) {
  if (!page.body) {
    return '';
  }
  return roots(page).map(function (root) {
    if (root.nodeType === 9) {
      return root.body.innerText === undefined ? root.body.textContent : root.body.innerText;
    }
    return listed(root.children).map(function (child) {
      return child.innerText || '';
    }).join('\n');
  }).join('\n');
}

function pageText() {
  return documents(document).map(textOf).join('\n');
}

function statusOf() {
  var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType('navigation') : [];
  return entries && entries[0] && entries[0].responseStatus ? entries[0].responseStatus : 0;
}

var OUTLINE = 'h1,h2,h3,h4,h5,h6,[role=heading],main,nav,aside,header,footer,form,dialog,[role=dialog],[role=alertdialog],[role=main],'
  + '[role=navigation],[role=region],[role=alert],[role=status],legend,input:not([type=hidden]),select,textarea,[role=combobox],'
  + '[role=switch],[role=checkbox],[role=radio],[role=textbox],button,[role=button],a[href],[role=link],[role=tab],[role=menuitem],iframe';

function kindOf(element) {
  var role = element.getAttribute('role');
  if (role) {
    return role;
  }
  if (/^H[1-6]$/.test(element.tagName)) {
    return 'heading';
  }
  if (element.tagName === 'INPUT') {
    return { submit: 'button', button: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio' }[element.type] || 'field';
  }
  return { SELECT: 'field', TEXTAREA: 'field', A: 'link', NAV: 'navigation', ASIDE: 'complementary', HEADER: 'banner',
    FOOTER: 'contentinfo', IFRAME: 'frame', LEGEND: 'group' }[element.tagName] || element.tagName.toLowerCase();
}

// Headings, landmarks, fields, buttons and links in the order of the page, each with the name that a person knows it by.
function outline() {
  var found = [];
  all(documents(document), OUTLINE).filter(isVisible).slice(0, 300).forEach(function (element) {
    var kind = kindOf(element);
    var container = /^(main|navigation|complementary|banner|contentinfo|form|dialog|alertdialog|region|frame)$/.test(kind);
    var names = container || kind === 'field' ? fieldNames(element) : roleNames(element);
    var name = squeeze(names[0]).slice(0, kind === 'alert' ? 300 : 80);
    if (name !== '' || container || kind === 'field') {
      found.push({ kind: kind, name: name });
    }
  });
  return found;
}

// The page's elements without any of their texts, for when a secret might be among them.
function skeleton() {
  return all(documents(document), 'h1,h2,h3,form,fieldset,input,select,textarea,button,a,dl,table,code,pre,iframe,dialog,[role]')
    .slice(0, 200).map(function (element) {
      return element.tagName.toLowerCase() + ['type', 'role'].map(function (name) {
        return element.getAttribute(name) ? ' ' + name + '=' + element.getAttribute(name).slice(0, 40) : '';
      }).join('');
    });
}

function read(more) {
  return {
    url: location.href, title: document.title || '', status: statusOf(), text: pageText(), captcha: hasCaptcha(),
    outline: more ? outline() : [], skeleton: more ? skeleton() : [], before: isOfBefore()
  };
}
window.portolanSeen = true;
return read(arguments[0]);
