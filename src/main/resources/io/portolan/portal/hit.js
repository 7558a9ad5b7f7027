// Whether a click in the middle of an element reaches it: what is slotted into it is part of it, which drivers do not always know.
function hit(element) {
  var box = element.getBoundingClientRect();
  var x = box.left + box.width / 2, y = box.top + box.height / 2;
  var there = element.ownerDocument.elementFromPoint(x, y);
  while (there && there.shadowRoot && there.shadowRoot.elementFromPoint(x, y) && there.shadowRoot.elementFromPoint(x, y) !== there) {
    there = there.shadowRoot.elementFromPoint(x, y);
  }
  return { reached: !!there && (isWithin(there, element) || isWithin(element, there) && there.shadowRoot !== null) };
}
return hit(arguments[0]);
