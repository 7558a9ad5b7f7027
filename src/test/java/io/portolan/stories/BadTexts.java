package io.portolan.stories;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that nobody should type, by what they are. */
final class BadTexts {

    /** What a page would hold that shows one of them as it is. */
    static final String TRACE = "[data-broke-out], img[src=broken-out], script:contains(brokeOut)";
    /** What no field takes. */
    static final Map<String, String> REFUSED = Map.of("1 MB", "x".repeat(1_000_000), "U+0000", "nul\u0000l", "half a pair", "half \ud83d of it");

    private BadTexts() {
    }

    /** What a field may take, as long as nothing of it is ever more than text. */
    static Map<String, String> harmless() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("script", "<script>window.brokeOut = 1</script>");
        texts.put("attribute", "\"'><img src=broken-out onerror=\"window.brokeOut = 1\"><i data-broke-out>");
        texts.put("from right to left", "\u202Egnihton \u2066ever\u2069 \u200Fשלום");
        texts.put("emoji", "🏦👩‍💻 ﷽");
        texts.put("template", "${7*7} #{7*7} [[${T(java.lang.Runtime)}]] {{7*7}} %n%s");
        return texts;
    }
}
