package io.portolan.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page; elements are known by the words in which a target is described. */
final class FakePage {

    final String url;
    final String text;
    final int status;
    final boolean captcha;
    int laterAfter;
    int laterLooks;
    String laterText;
    final Map<String, List<String>> laterValues = new LinkedHashMap<>();
    final Map<String, String> values = new LinkedHashMap<>();
    final List<Page.Named> alerts = new ArrayList<>();
    final Map<String, String> leadsTo = new LinkedHashMap<>();

    FakePage(String url, String text, int status, boolean captcha) {
        this.url = url;
        this.text = text;
        this.status = status;
        this.captcha = captcha;
    }

    /** What the page says instead once it has been read so often. */
    FakePage then(int looks, String later) {
        laterAfter = looks;
        laterText = later;
        return this;
    }

    String read() {
        return laterText != null && laterAfter-- <= 0 ? laterText : text;
    }

    /** What it calls out. */
    FakePage alert(String said) {
        alerts.add(new Page.Named("alert", said));
        return this;
    }

    FakePage field(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** A field that shows these one after the other, each time that it is looked at, and the last from then on. */
    FakePage changing(String name, String... shown) {
        laterValues.put(name, new ArrayList<>(List.of(shown).subList(1, shown.length)));
        return field(name, shown[0]);
    }

    Optional<FakePage> lookedAt(String name) {
        var later = laterValues.getOrDefault(name, List.of());
        if (!later.isEmpty() && laterLooks++ > 0) {
            values.put(name, later.remove(0));
        }
        return values.containsKey(name) ? Optional.of(this) : Optional.empty();
    }

    FakePage button(String name, String leadsToUrl) {
        values.put(name, name);
        leadsTo.put(name, leadsToUrl);
        return this;
    }
}
