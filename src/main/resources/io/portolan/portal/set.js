// Sets a field's value as its own setter does, and tells the page of it: for what cannot be typed, such as dates and long texts.
function set(element, value) {
  var view = element.ownerDocument.defaultView;
  if (element.isContentEditable) {
    element.textContent = value;
  } else {
    var kind = element.tagName === 'TEXTAREA' ? view.HTMLTextAreaElement : view.HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, value);
  }
  ['input', 'change'].forEach(function (type) {
    element.dispatchEvent(new view.Event(type, { bubbles: true, composed: true }));
  });
  return { value: valueOf(element) };
}
return set(arguments[0], arguments[1]);
