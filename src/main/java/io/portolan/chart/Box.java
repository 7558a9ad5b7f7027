package io.portolan.chart;

/** A rectangle of the drawing, in pixels from its upper left corner. */
record Box(int x, int y, int width, int height) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    int centreX() {
        return x + width / 2;
    }

    int centreY() {
        return y + height / 2;
    }

    Point leftMiddle() {
        return new Point(x, centreY());
    }

    Point rightMiddle() {
        return new Point(right(), centreY());
    }

    Point topMiddle() {
        return new Point(centreX(), y);
    }

    /** A place in the drawing. */
    record Point(int x, int y) {
    }
}
