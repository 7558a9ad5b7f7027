/* What was typed outlives a session that ends meanwhile, and a form that is refused by a page of its own: it is kept in this tab until the form is answered,
   without secrets and files, and put back where its user has signed in again, or goes back to the form. */
(function () {
  'use strict';

  const words = (document.getElementById('script-words') || { dataset: {} }).dataset;
  const TYPED = 'portolan-typed';

  /* what was sent twice is not sent, see console.js */
  document.addEventListener('submit', function (event) {
    if (event.target.method === 'post' && !event.defaultPrevented) keep(ours().filter(function (one) { return one === event.target; }));
  });

  function user() {
    const link = document.querySelector('.user-link');
    return link ? link.textContent.trim() : '';
  }

  function ours() {
    return Array.from(document.forms).filter(function (form) {
      return (form.getAttribute('method') || '').toLowerCase() === 'post' && !/\/sign-(in|out)/.test(form.getAttribute('action') || '');
    });
  }

  /* the same form of the page when it is loaded anew */
  function placeOf(form) {
    const action = form.getAttribute('action');
    return { action: action, at: ours().filter(function (one) { return one.getAttribute('action') === action; }).indexOf(form) };
  }

  function maySay(field) {
    return field.name && !/^(hidden|password|file|submit|button|image|reset)$/.test(field.type) && field.tagName !== 'BUTTON'
      && !field.classList.contains('concealed') && !/one-time-code|password/.test(field.autocomplete || '') && !/PRIVATE KEY/.test(field.value);
  }

  function isChanged(field) {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') return Array.from(field.options).some(function (option) { return option.selected !== option.defaultSelected; });
    return field.value !== field.defaultValue;
  }

  function keep(forms) {
    if (!forms.length) return;
    const kept = forms.map(function (form) {
      return Object.assign(placeOf(form), { fields: Array.from(form.elements).filter(maySay).map(function (field) {
        return { name: field.name, value: field.value, checked: Boolean(field.checked), line: isChanged(field) ? line(field) : '' };
      }) });
    });
    store({ user: user(), page: here(), forms: kept });
  }

  function store(kept) {
    try { sessionStorage.setItem(TYPED, JSON.stringify(kept)); } catch (full) { /* then it is lost as it would be without */ }
  }

  function here() {
    return location.pathname + location.search;
  }

  /* what was typed into a field or chosen with it, as people read it */
  function line(field) {
    const label = field.labels && field.labels.length ? field.labels[0].textContent.replace(/\s+/g, ' ').trim() : field.name;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked ? label : '';
    const value = field.tagName === 'SELECT' ? Array.from(field.selectedOptions, function (one) { return one.textContent.trim(); }).join(', ') : field.value;
    return label + ': ' + value;
  }

  function put(form, fields) {
    const left = fields.slice();
    Array.from(form.elements).filter(maySay).forEach(function (field) {
      const at = left.findIndex(function (one) {
        return one.name === field.name && (!/^(checkbox|radio)$/.test(field.type) || one.value === field.value);
      });
      if (at < 0) return;
      const one = left.splice(at, 1)[0];
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = one.checked; else field.value = one.value;
      const hiding = field.closest('details');
      if (hiding && isChanged(field)) hiding.open = true;
    });
  }

  /* the page that says why a form was refused leads back to the form */
  function leadBack(error, kept) {
    const told = Array.from(error.querySelectorAll('[data-field]'), function (one) { return { field: one.dataset.field, text: one.textContent }; });
    store(Object.assign(kept, { refused: { sentence: document.getElementById('sentence').textContent, fields: told } }));
    error.querySelectorAll('.btn-primary').forEach(function (other) { other.classList.remove('btn-primary'); });
    const link = document.getElementById('back-to-form');
    link.classList.add('btn-primary');
    link.href = kept.page;
    link.hidden = false;
    link.focus();
  }

  /* what is wrong, beside its field */
  function mark(form, wrong) {
    return wrong.map(function (one) {
      const field = Array.from(form.elements).find(function (each) { return each.name === one.field && each.type !== 'hidden'; });
      if (!field) return null;
      const text = document.createElement('p');
      text.className = 'invalid-feedback d-block mb-0';
      text.id = (field.id || field.name) + '-refused';
      text.textContent = one.text;
      if (/^(checkbox|radio)$/.test(field.type)) {
        (field.closest('fieldset') || field.parentElement).append(text);
      } else {
        field.classList.add('is-invalid');
        field.setAttribute('aria-invalid', 'true');
        field.after(text);
      }
      field.setAttribute('aria-describedby', ((field.getAttribute('aria-describedby') || '') + ' ' + text.id).trim());
      return field;
    }).find(Boolean);
  }

  /* forms that are on the page no more have what was typed into them shown, to be copied */
  function listGone(box, gone) {
    const lines = gone.flatMap(function (typed) { return typed.fields.map(function (field) { return field.line; }).filter(Boolean); });
    if (!lines.length) return;
    const said = document.createElement('p');
    said.className = 'mb-1';
    said.textContent = words.typedGone;
    const text = document.createElement('p');
    text.className = 'typed-gone mb-0';
    text.textContent = lines.join('\n');
    box.append(said, text);
  }

  function takeKept() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(TYPED));
      sessionStorage.removeItem(TYPED);
      return kept;
    } catch (none) {
      return null;
    }
  }

  function putBack() {
    if (/\/sign-in/.test(location.pathname)) return;
    const kept = takeKept();
    const error = document.getElementById('error');
    if (error) {
      if (kept) leadBack(error, kept);
      return;
    }
    const refused = kept && kept.refused && kept.page === here() ? kept.refused : null;
    if (location.hash === '#typed-again') history.replaceState(null, '', here());
    else if (!refused) return;
    if (!kept || kept.user !== user()) return;
    let first = null;
    const gone = [];
    kept.forms.forEach(function (typed) {
      const form = ours().filter(function (one) { return one.getAttribute('action') === typed.action; })[typed.at];
      if (!form) {
        gone.push(typed);
        return;
      }
      put(form, typed.fields);
      first = first || refused && mark(form, refused.fields) || Array.from(form.elements).find(function (field) { return maySay(field) && isChanged(field); });
    });
    if (!first && !refused) return;
    const box = document.createElement('div');
    box.className = refused ? 'alert alert-warning d-block' : 'alert alert-info';
    box.id = 'typed-again';
    box.tabIndex = -1;
    box.setAttribute('role', refused ? 'alert' : 'status');
    box.textContent = (refused ? refused.sentence + ' ' : '') + (refused && first ? words.typedRefused : refused ? '' : words.typedAgain);
    listGone(box, refused ? gone : []);
    document.getElementById('content').prepend(box);
    (first || box).focus();
  }

  /* a part of a page that finds the session ended leads away from it */
  document.addEventListener('htmx:beforeOnLoad', function (event) {
    if (event.detail.xhr.getResponseHeader('HX-Redirect')) {
      keep(ours().filter(function (form) { return Array.from(form.elements).some(function (field) { return maySay(field) && isChanged(field); }); }));
    }
  });

  /* a part that is no longer needed stays as long as something is typed in it; sent, the answer says why, and what was typed is shown to be copied */
  document.addEventListener('htmx:oobBeforeSwap', function (event) {
    if (event.target.dataset.typedStays && ours().some(function (form) {
      return event.target.contains(form) && Array.from(form.elements).some(function (field) { return maySay(field) && isChanged(field); });
    })) event.detail.shouldSwap = false;
  });

  putBack();
})();
