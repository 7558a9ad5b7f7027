// What a control shows and holds, for seeing whether it has taken what it was given.
var CONTROLS = 'input:not([type=hidden]),select,textarea,[role=combobox],[role=textbox],[role=listbox],[role=checkbox],[role=radio],[role=switch]';
var LISTS = '[role=listbox],[role=option],[role=menu],[role=menuitem],[role=tree],[role=grid],option,select,label,script,style';

// Whether it is another control that a person sees, and not a part of this one or of its list.
function isOther(control, element) {
  return control !== element && isSeen(control) && !isWithin(control, element) && !isWithin(element, control)
    && !(control.closest && control.closest(LISTS)) && !/^hidden$|-1/.test(control.getAttribute('tabindex') || '');
}

// The widest part of the page that is of this control alone.
function partOf(element) {
  var part = element;
  for (var e = parentOf(element), level = 0; e && level < 9; level++, e = parentOf(e)) {
    if (/^(FORM|BODY|HTML|TABLE|TR|UL|OL|FIELDSET|SECTION|MAIN|DIALOG)$/.test(e.tagName)
        || all([e], CONTROLS).some(function (control) { return isOther(control, element); })) {
      break;
    }
    part = e;
  }
  return part;
}

// What an option stands for in the value of its list.
function codesOf(option) {
  return [option.value, option.getAttribute('value'), option.getAttribute('data-value'), option.getAttribute('data-key')].filter(function (code) {
    return typeof code === 'string' && code !== '';
  });
}

function heldBy(element) {
  var part = partOf(element);
  var values = [], pictures = [];
  for (var e = element; e; e = e === part ? null : parentOf(e)) {
    var value = e.tagName.indexOf('-') > 0 ? e.value : null;
    values = values.concat(typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []);
  }
  all([part], 'input,select').forEach(function (field) {
    if (field.tagName === 'SELECT') {
      listed(field.options).forEach(function (option) {
        if (option.selected) {
          values.push(option.value, option.text);
        }
      });
    } else if (field.type === 'hidden' || !isSeen(field)) {
      values.push(field.value);
    }
  });
  all([part], 'img,i,span,svg').filter(function (each) { return each.childElementCount === 0 && squeeze(each.textContent) === ''; })
    .forEach(function (each) { pictures.push(each.getAttribute('src') || each.getAttribute('class') || ''); });
  // Where parts of no kind draw a list, its options stand hidden among them: only what shows of them is held.
  var isDrawn = !isField(element) && element.innerText !== undefined && !element.matches('button,[role],[aria-haspopup],[aria-expanded],[contenteditable]')
    && element.tagName.indexOf('-') < 0;
  var own = isField(element) ? element.value || '' : isDrawn ? element.innerText : words(element, LISTS);
  return { own: own, around: isDrawn ? own : words(part, LISTS),
    values: values.filter(Boolean), pictures: pictures.join('\n') };
}
