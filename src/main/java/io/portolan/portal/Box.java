package io.portolan.portal;

/** A rectangle of a page, in CSS pixels from the top left of the window. */
record Box(double left, double top, double width, double height) {
}
