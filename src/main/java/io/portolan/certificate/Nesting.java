package io.portolan.certificate;

/** How deep a structure (ITU-T X.690) is nested, found without the recursion that a file made for it would exhaust. */
final class Nesting {

    /** No certificate or key file comes near it. */
    private static final int DEEPEST = 100;

    private final byte[] bytes;
    private final int[] ends = new int[DEEPEST + 1];
    private final boolean[] isEndless = new boolean[DEEPEST + 1];
    private int depth;
    private int place;

    private Nesting(byte[] bytes) {
        this.bytes = bytes;
        this.ends[0] = bytes.length;
    }

    /** Whether a parser that follows the structure comes to an end of it; what is no structure is for the parser to refuse. */
    static boolean isBearable(byte[] bytes) {
        try {
            return new Nesting(bytes).walk();
        } catch (IndexOutOfBoundsException cutOff) {
            return true;
        }
    }

    private boolean walk() {
        while (true) {
            while (place >= ends[depth]) {
                if (depth-- == 0) {
                    return true;
                }
            }
            int tag = bytes[place++];
            if (tag == 0 && isEndless[depth] && bytes[place] == 0) {
                place++;
                depth--;
                continue;
            }
            if ((tag & 0x1f) == 0x1f) {
                while ((bytes[place++] & 0x80) != 0) {
                    // the number of a tag goes on as long as this bit is set
                }
            }
            if (!enter((tag & 0x20) != 0)) {
                return false;
            }
        }
    }

    private boolean enter(boolean isConstructed) {
        int first = bytes[place++] & 0xff;
        boolean hasNoEnd = first == 0x80;
        long length = first < 0x80 ? first : 0;
        for (int i = 0; i < (first < 0x80 ? 0 : first & 0x7f); i++) {
            length = Math.min(length << 8 | bytes[place++] & 0xff, Integer.MAX_VALUE);
        }
        int end = hasNoEnd ? ends[depth] : (int) Math.min(place + length, ends[depth]);
        if (!isConstructed) {
            place = end;
            return true;
        }
        if (++depth > DEEPEST) {
            return false;
        }
        ends[depth] = end;
        isEndless[depth] = hasNoEnd;
        return true;
    }
}
