// Whether a click in the middle of an element reaches it: what is slotted into it is part of it, and so are the words that its own
// component draws over it, which drivers do not know.
function hit(element) {
  var box = element.getBoundingClientRect();
  var x = box.left + box.width / 2, y = box.top + box.height / 2;
  var there = element.ownerDocument.elementFromPoint(x, y);
  while (there && there.shadowRoot && there.shadowRoot.elementFromPoint(x, y) && there.shadowRoot.elementFromPoint(x, y) !== there) {
    there = there.shadowRoot.elementFromPoint(x, y);
  }
  return { reached: !!there && (isWithin(there, element) || isWithin(element, there) && there.shadowRoot !== null
    || isWithin(there, partOf(element)) && !there.closest('button,a,[role=button],dialog,[role=dialog]')) };
}
return hit(arguments[0]);
