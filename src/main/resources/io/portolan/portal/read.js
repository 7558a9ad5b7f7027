// Tells what is on the page: address, status, text, a captcha, and on request the names of what can be worked with.
function pageText() {
  if (!document.body) {
    return '';
  }
  return roots(document).map(function (root) {
    if (root.nodeType === 9) {
      return root.body.innerText === undefined ? root.body.textContent : root.body.innerText;
    }
    return Array.prototype.slice.call(root.children).map(function (child) {
      return child.innerText || '';
    }).join('\n');
  }).join('\n');
}

function statusOf() {
  var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType('navigation') : [];
  return entries && entries[0] && entries[0].responseStatus ? entries[0].responseStatus : 0;
}

function hasCaptcha() {
  var marks = all([document], 'iframe[src],.g-recaptcha,.h-captcha,.cf-turnstile,[data-sitekey],label,img[alt]');
  return marks.some(function (element) {
    if (element.tagName === 'IFRAME') {
      return /recaptcha|hcaptcha|turnstile|challenges\.cloudflare|arkoselabs|funcaptcha|geetest/i.test(element.src)
        && !/[?&]size=invisible/.test(element.src) && isVisible(element);
    }
    if (element.tagName === 'LABEL' || element.tagName === 'IMG') {
      return /captcha/i.test(element.getAttribute('alt') || words(element)) && isVisible(element);
    }
    return element.getAttribute('data-size') !== 'invisible';
  });
}

function outline() {
  var found = [];
  function add(kind, elements, namesOf) {
    elements.filter(isVisible).slice(0, 120).forEach(function (element) {
      var name = squeeze(namesOf(element)[0]).slice(0, 80);
      if (name !== '') {
        found.push({ kind: kind, name: name });
      }
    });
  }
  add('heading', all([document], 'h1,h2,h3,h4,[role=heading]'), roleNames);
  add('field', all([document], 'input:not([type=submit]):not([type=button]):not([type=reset]),select,textarea'), fieldNames);
  add('button', all([document], 'button,input[type=submit],input[type=button],[role=button]'), roleNames);
  add('link', all([document], 'a[href],[role=link]'), roleNames);
  return found;
}

// The page's elements without any of their texts, for when a secret might be among them.
function skeleton() {
  return all([document], 'h1,h2,h3,form,fieldset,input,select,textarea,button,a,dl,table,code,pre,iframe,dialog,[role]')
    .slice(0, 200).map(function (element) {
      return element.tagName.toLowerCase() + ['type', 'role'].map(function (name) {
        return element.getAttribute(name) ? ' ' + name + '=' + element.getAttribute(name).slice(0, 40) : '';
      }).join('');
    });
}

function read(more) {
  return {
    url: location.href, title: document.title || '', status: statusOf(), text: pageText(), captcha: hasCaptcha(),
    outline: more ? outline() : [], skeleton: more ? skeleton() : []
  };
}
return read(arguments[0]);
