// Sees that a key that is pressed now reaches this element, or what it has opened.
var page = arguments[0].ownerDocument;
if (!page.activeElement || page.activeElement === page.body) {
  arguments[0].focus();
}
return {};
